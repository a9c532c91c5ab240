package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.casework.Course.Happening;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** What must hold of a case after an act, whatever the act was (invariants 4 and 7). */
record Kept(Case before, Case after, Happening what) {
  private static final Set<Happening> CONVERSATIONS =
      EnumSet.of(Happening.TALKED, Happening.REACHED);

  /** What may end a promise, by its kind. */
  private static final Map<PromiseKind, Set<Happening>> ENDS =
      Map.of(
          PromiseKind.ANSWER,
          EnumSet.of(
              Happening.ANSWERED,
              Happening.ANSWERED_WITHOUT_READING_THE_LAST,
              Happening.TALKED,
              Happening.REACHED,
              Happening.CLOSED,
              Happening.SENT,
              // An answer that was believed lost.
              Happening.ARRIVED),
          PromiseKind.DECISION,
          EnumSet.of(Happening.CLOSED, Happening.SENT),
          PromiseKind.TALK,
          EnumSet.of(Happening.TALKED, Happening.REACHED, Happening.CLOSED, Happening.SENT),
          PromiseKind.ELSEWHERE,
          EnumSet.of(Happening.CONFIRMED, Happening.CLOSED, Happening.SENT),
          PromiseKind.CALLBACK,
          EnumSet.of(
              Happening.TALKED,
              Happening.REACHED,
              Happening.CITIZEN_WITHDRAWS,
              Happening.OFFICIAL_UNDOES));

  void holds() {
    aDueTimeMovesOnlyWhenTold();
    onlyAPersonEndsAPromise();
    whatIsNewIsToldOrSaysWhyNot();
    whoIsToldOrSaysWhyNot();
    aMessageWaitsForAPerson();
    if (!after.open()) {
      assertThat(after.openPromises()).as(describe()).isEmpty();
      assertThat(after.concerns()).isEmpty();
    }
  }

  private void aDueTimeMovesOnlyWhenTold() {
    for (Promise was : before.promises()) {
      Promise is = after.promise(was.id()).orElseThrow();
      if (!is.due().equals(was.due())) {
        moved(was, is);
      }
      assertThat(is.madeAt()).isEqualTo(was.madeAt());
      assertThat(is.kind()).isEqualTo(was.kind());
      assertThat(is.steps().subList(0, was.steps().size())).isEqualTo(was.steps());
    }
  }

  /** Later, by an event that says why, and told: a renewal before the old moment passed. */
  private void moved(Promise was, Promise is) {
    assertThat(is.due()).as(describe()).isAfter(was.due());
    assertThat(Course.happened(before, after))
        .as(describe())
        .anyMatch(
            e ->
                (e instanceof CaseEvent.WentOn on && on.promise().equals(was.id()) && was.waits())
                    || (e instanceof CaseEvent.Renewed one
                        && one.promise().equals(was.id())
                        && one.at().isBefore(was.due())));
    if (!heldBack()) {
      assertThat(Course.told(after))
          .as(describe() + ": the new moment")
          .anyMatch(
              notice ->
                  is.due().toString().equals(notice.facts().get("due"))
                      || is.due().toString().equals(notice.facts().get("decision"))
                      || notice
                          .facts()
                          .getOrDefault("promises", "")
                          .contains(is.kind() + "=" + is.due()));
    }
  }

  private void onlyAPersonEndsAPromise() {
    for (Promise was : before.openPromises()) {
      Promise is = after.promise(was.id()).orElseThrow();
      if (!is.open() && !silent(was, is)) {
        assertThat(ENDS.get(was.kind())).as(describe()).contains(what);
        assertThat(is.endedBy()).isNotEqualTo("hub");
      }
    }
    boolean calls = before.openPromises().stream().anyMatch(p -> p.kind() == PromiseKind.CALLBACK);
    if (calls && what == Happening.OFFICIAL_UNDOES) {
      assertThat(before.openPromises())
          .as("only what was read in words is undone")
          .filteredOn(p -> !after.promise(p.id()).orElseThrow().open())
          .allMatch(p -> p.callback().readInWords());
    }
  }

  /** Asked in an answer whether they still want the call, they said nothing until it said. */
  private boolean silent(Promise was, Promise is) {
    return was.callback() != null
        && was.callback().asked() != null
        && was.callback().asked().until() != null
        && !was.callback().asked().until().isAfter(is.endedAt())
        && is.state() == Promise.State.WITHDRAWN;
  }

  private void whatIsNewIsToldOrSaysWhyNot() {
    for (Promise is : after.openPromises()) {
      boolean isNew = before.promise(is.id()).filter(Promise::open).isEmpty();
      if (isNew && !goesOn(is) && !restored(is) && !heldBack()) {
        assertThat(Course.told(after))
            .as(describe() + ": by when")
            .anyMatch(notice -> tells(notice, is));
      }
    }
  }

  /** An invitation says when the talk is; it is late only some time after that. */
  private static boolean tells(Notice notice, Promise is) {
    return notice.kind() == Notice.Kind.APPOINTMENT
        ? is.id().equals(notice.facts().get("promise"))
        : is.due().toString().equals(notice.facts().get("due"));
  }

  /** Under another number: a later message keeps the promise that was made. */
  private boolean goesOn(Promise is) {
    return before.openPromises().stream()
        .filter(was -> !after.promise(was.id()).orElseThrow().open())
        .anyMatch(was -> was.due().equals(is.due()) && was.kind() == is.kind());
  }

  /** By the citizen, who sees it on the page; or because they cannot be written to. */
  private boolean restored(Promise is) {
    return Course.happened(before, after)
        .anyMatch(e -> e instanceof CaseEvent.Restored one && one.promise().equals(is.id()));
  }

  /** That there was enough today excuses nothing. */
  private boolean heldBack() {
    return Course.happened(before, after)
        .anyMatch(e -> e instanceof CaseEvent.HeldBack one && !one.reason().startsWith("too-many"));
  }

  private void whoIsToldOrSaysWhyNot() {
    if (!after.open() || heldBack()) {
      return;
    }
    if (before.open() && !before.official().equals(after.official())) {
      names(after.official());
    }
    for (Promise was : before.openPromises()) {
      Promise is = after.promise(was.id()).orElseThrow();
      String owner = after.ownerOf(is);
      if (is.open() && !Objects.equals(owner, before.ownerOf(was))) {
        names(owner);
      }
    }
  }

  /** As who signs, or as whose question it is while they are away. */
  private void names(String official) {
    List<Notice> told = Course.told(after);
    assertThat(told)
        .as(describe() + ": who")
        .anyMatch(one -> one.official().equals(official) || one.facts().containsValue(official));
  }

  /** What a conversation does not keep: a talk is kept at its own time. */
  private static final Set<PromiseKind> STANDS =
      EnumSet.of(PromiseKind.DECISION, PromiseKind.ELSEWHERE, PromiseKind.TALK);

  /** By what the letter of a decision is promised that waits for a talk. */
  private static final Set<PromiseKind> LETTER =
      EnumSet.of(PromiseKind.ANSWER, PromiseKind.FIND_OUT, PromiseKind.DECISION);

  private void aMessageWaitsForAPerson() {
    boolean wrote =
        EnumSet.of(Happening.WRITES, Happening.ASKS_FOR_A_CALL, Happening.A_CALL_IS_READ_IN_WORDS)
            .contains(what);
    if (wrote) {
      String last = after.lastReceived();
      assertThat(after.openPromises()).as(describe()).anyMatch(p -> last.equals(p.seen()));
    }
    if (CONVERSATIONS.contains(what) && before.read(before.lastReceived(), before.lastReceived())) {
      boolean decided = after.care().intended() != null;
      assertThat(after.openPromises())
          .as(describe())
          .allMatch(p -> STANDS.contains(p.kind()) || (decided && LETTER.contains(p.kind())));
    }
    if (after.open() && after.care().intended() != null) {
      assertThat(after.openPromises())
          .as(describe() + ": the letter is promised")
          .anyMatch(p -> LETTER.contains(p.kind()));
    }
  }

  private String describe() {
    return what + ": " + Course.happened(before, after).toList();
  }
}
