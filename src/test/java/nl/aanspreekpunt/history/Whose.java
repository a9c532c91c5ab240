package nl.aanspreekpunt.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Said;
import nl.aanspreekpunt.citizen.Identity;

/** 9. Of which citizen each case is, and that nobody else has anything of it; once at rest. */
record Whose(Town town) {
  void hold(Case one) {
    assertThat(one.owed()).as("what the citizens' records owe to " + one.id()).isNull();
    List<CaseEvent> history = town.cases.history(one);
    citizenIsWhoWasSaidLast(one, history);
    one.former().forEach(who -> isToldNothing(one, who, history));
    whatWasSaidIsKept(one, history);
  }

  /** Whose it is tells the last correction, and each begins where the one before it ended. */
  private static void citizenIsWhoWasSaidLast(Case one, List<CaseEvent> history) {
    String citizen = null;
    for (CaseEvent event : history) {
      if (event instanceof CaseEvent.CitizenCorrected corrected) {
        assertThat(citizen == null || citizen.equals(corrected.from()))
            .as("of whom " + one.id() + " was before " + corrected)
            .isTrue();
        citizen = corrected.to();
      }
    }
    assertThat(citizen == null || citizen.equals(one.citizen()))
        .as("of whom " + one.id() + " is, which was said to be of " + citizen)
        .isTrue();
  }

  /** From when their link was switched off the last time. */
  private static void isToldNothing(Case one, Participant who, List<CaseEvent> history) {
    boolean gone = false;
    CaseEvent told = null;
    for (CaseEvent event : history) {
      if (event instanceof CaseEvent.LinkRevoked off && off.link().equals(who.link())) {
        gone = true;
        told = null;
      } else if (isFor(event, who.link())) {
        told = event;
      }
    }
    assertThat(gone).as("the link of " + who.address() + " in " + one.id()).isTrue();
    assertThat(told).as("told of " + one.id() + " to " + who.address() + ", not theirs").isNull();
  }

  private static boolean isFor(CaseEvent event, String link) {
    return (event instanceof CaseEvent.Told told && link.equals(told.link()))
        || (event instanceof CaseEvent.Replied reply && link.equals(reply.link()));
  }

  /** What can be put back is what was said and not put back, as the whole history tells. */
  private static void whatWasSaidIsKept(Case one, List<CaseEvent> history) {
    for (PuttingBack.What what : PuttingBack.What.values()) {
      long said = history.stream().filter(event -> says(event, what)).count();
      long back =
          history.stream()
              .filter(it -> it instanceof CaseEvent.PutBack put && put.what().equals(what.name()))
              .count();
      assertThat(one.said().stream().map(Said::what).filter(what::equals))
          .as("what was said of " + one.id())
          .hasSize((int) (said - back));
    }
  }

  private static boolean says(CaseEvent event, PuttingBack.What what) {
    return what == PuttingBack.What.TOPIC
        ? event instanceof CaseEvent.TopicCorrected
        : event instanceof CaseEvent.Confirmed;
  }

  /** Who stands because they answered in a case stands for its citizen. */
  void holdAtRest() {
    for (Identity one : town.identities.values()) {
      one.through()
          .forEach(
              (topic, number) -> {
                assertThat(one.standing()).as(one.id() + " through " + number).containsKey(topic);
                assertThat(town.cases.find(number).orElseThrow().citizen())
                    .as("of whom " + number + " is, by which somebody stands for " + one.id())
                    .isEqualTo(one.citizen());
              });
      one.notOf()
          .forEach(
              number ->
                  assertThat(town.cases.find(number).orElseThrow().citizen())
                      .as("of whom " + number + " is, which is not of " + one.id())
                      .isNotEqualTo(one.citizen()));
    }
  }
}
