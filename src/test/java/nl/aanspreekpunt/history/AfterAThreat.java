package nl.aanspreekpunt.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.Notice;

/** Who has contact with a citizen: one at most, known where they write, and told; once at rest. */
record AfterAThreat(Town town) {
  void holdAtRest() {
    for (Identity one : town.identities.values()) {
      Instant now = town.clock.instant();
      List<Case> standing =
          town.cases.all().stream()
              .filter(it -> it.citizen().equals(one.citizen()))
              .filter(it -> it.care().agreedContact().filter(a -> a.stands(now)).isPresent())
              .toList();
      assertThat(standing).as("what stands about contact with " + one.id()).hasSizeLessThan(2);
      Optional<String> known = one.agreed(now).map(Identity.AgreedContact::number);
      assertThat(known)
          .as("where " + one.id() + " finds who has contact")
          .isEqualTo(standing.stream().map(Case::id).findFirst());
    }
    town.cases.all().forEach(this::ended);
  }

  /** What is over has ended once, and nothing ended that had not begun. */
  private void ended(Case one) {
    List<CaseEvent> history = town.cases.history(one);
    long begun = history.stream().filter(CaseEvent.ContactAgreed.class::isInstance).count();
    long freed = history.stream().filter(CaseEvent.ContactFreed.class::isInstance).count();
    assertThat(freed).as("ends of agreements in " + one.id()).isLessThanOrEqualTo(begun);
    one.care()
        .agreedContact()
        .ifPresent(
            last ->
                assertThat(last.ended() == null)
                    .as("what was agreed last in " + one.id() + " lapses by itself")
                    .isEqualTo(last.until().isAfter(town.clock.instant()) && last.ended() == null));
    long told =
        history.stream()
            .filter(
                it -> it instanceof CaseEvent.Told t && t.kind().equals(Notice.Kind.CONTACT.name()))
            .count();
    assertThat(told).as("letters about contact in " + one.id()).isGreaterThanOrEqualTo(begun);
  }
}
