package nl.aanspreekpunt.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What colleagues promise one another: never with nobody, never told to the citizen, and it changes
 * neither whose a case is nor who acts in it. Once at rest.
 */
record BetweenColleagues(Town town) {
  void hold(Case one) {
    List<Promise> open = one.openInward();
    if (!one.open()) {
      assertThat(open).as("asked in " + one.id() + ", which is closed").isEmpty();
      assertThat(one.care().inward().concerns()).isEmpty();
    }
    open.forEach(promise -> somebodyAnswers(one, promise));
    if (!open.isEmpty()) {
      assertThat(one.wakeAt()).as("the clock sees to what is asked in " + one.id()).isNotNull();
    }
    nobodyActsThroughIt(one);
  }

  /** Employed, not who waits for it, and it is on their Today; somebody present if there is one. */
  private void somebodyAnswers(Case one, Promise promise) {
    Directory directory = town.directory.directory();
    Instant now = town.clock.instant();
    String owner = one.ownerOf(promise);
    assertThat(directory.employed(owner, now))
        .as(owner + ", who is to answer " + promise.id() + ", is employed")
        .isTrue();
    assertThat(owner).as("who is to answer " + promise.id()).isNotEqualTo(one.official());
    assertThat(one.barred()).doesNotContain(owner, promise.actor());
    assertThat(one.care().inward().concerns()).as("Today of " + owner).contains(owner);
    Instant closing = directory.clock(one.team()).dayEnd(now);
    Instant before = promise.due().isAfter(closing) ? promise.due() : closing;
    if (directory.absent(owner, now) && !directory.works(owner, now, before)) {
      String next = directory.actingFor(promise.actor(), now, before, List.of(one.official())).id();
      assertThat(directory.here(next, now) && !next.equals(owner))
          .as(promise.id() + " lies with " + owner + ", who is away, while " + next + " is here")
          .isFalse();
    }
  }

  /** No responsibility and no acting comes of it. */
  private void nobodyActsThroughIt(Case one) {
    List<String> asked =
        one.promises().stream().filter(it -> !it.toCitizen()).map(Promise::id).toList();
    assertThat(one.acting())
        .as("who acts in " + one.id())
        .extracting(Acting::promise)
        .noneMatch(asked::contains);
    for (CaseEvent event : town.cases.history(one)) {
      if (event instanceof CaseEvent.Climbed step && asked.contains(step.promise())) {
        assertThat(step.to()).as("whom " + step + " reached").isNotEqualTo("citizen");
      }
    }
  }

  /** No letter to a citizen names one. */
  void holdAtRest() {
    for (Outgoing entry : town.outbox.values()) {
      if (!entry.notice().toStaff()) {
        Map<String, String> facts = entry.notice().facts();
        for (PromiseKind kind : PromiseKind.values()) {
          if (kind.inward()) {
            assertThat(facts.values()).as(entry.id()).doesNotContain(kind.name());
          }
        }
      }
    }
  }
}
