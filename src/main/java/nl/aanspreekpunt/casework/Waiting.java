package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * A promise that stood still goes on: its due time is later by the time waited, and the citizen is
 * told.
 */
final class Waiting {
  private Waiting() {}

  /** The citizen answered: all that waits goes on. */
  static List<Promise> answered(Draft draft) {
    return goOn(draft, Promise::waits, "citizen", "answer");
  }

  /** What was written elsewhere belongs here, and may be the answer. */
  static void joined(Draft draft) {
    tell(draft, answered(draft), "answer");
  }

  /**
   * An answer came another way, an official says.
   *
   * @param spoken on the phone: who can only be called heard there that it goes on
   */
  static void end(Draft draft, String promise, String by, boolean spoken) {
    String how = spoken ? "answer" : "official";
    List<Promise> going = goOn(draft, one -> one.id().equals(promise), by, how);
    if (spoken && draft.contact().filter(AskingByPhone::only).isPresent()) {
      draft.event(
          new CaseEvent.HeldBack(draft.now(), Notice.Kind.WENT_ON.name(), Telling.IN_PERSON));
    } else {
      tell(draft, going, how);
    }
  }

  /** They still want to be called, they or an official say: that promise goes on. */
  static void wanted(Draft draft, String promise, String by) {
    String how = by.equals("citizen") ? "answer" : "official";
    tell(draft, goOn(draft, one -> one.id().equals(promise), by, how), how);
  }

  /** What was asked then never arrived: nobody was told to wait, so nothing moves. */
  static void undelivered(Draft draft, Instant asked) {
    for (Promise waiting : draft.promises.open()) {
      if (waiting.moves().pausedNow().filter(one -> one.since().equals(asked)).isPresent()) {
        draft.promises.put(waiting.moved(waiting.due(), waiting.moves().goOn(draft.now())));
        draft.event(
            new CaseEvent.WentOn(
                draft.now(), "hub", waiting.id(), waiting.kind(), waiting.due(), "undelivered"));
      }
    }
  }

  /** Silence that has lasted too long is put to who has to act; true when there was any. */
  static boolean silence(Draft draft) {
    Predicate<Promise> silent = one -> one.waits() && !one.attentionAt().isAfter(draft.now());
    List<Promise> going = goOn(draft, silent, "hub", "silence");
    for (Promise promise : going) {
      String official = draft.actingFor(draft.ownerOf(promise), promise.due());
      draft
          .tell()
          .official(
              official, Notice.Kind.WARNING, Map.of("what", "silence", "promise", promise.id()));
    }
    tell(draft, going, "silence");
    return !going.isEmpty();
  }

  private static List<Promise> goOn(Draft draft, Predicate<Promise> which, String by, String how) {
    List<Promise> going = new ArrayList<>();
    for (Promise waiting :
        draft.promises.open().stream().filter(Promise::waits).filter(which).toList()) {
      Promise on = later(waiting, draft);
      draft.promises.put(on);
      draft.event(new CaseEvent.WentOn(draft.now(), by, on.id(), on.kind(), on.due(), how));
      going.add(on);
    }
    return going;
  }

  /**
   * A term on the calendar is suspended from the day after it was asked until the day on which it
   * is answered (Algemene wet bestuursrecht, article 4:15); others move by the opening time
   * between.
   */
  private static Promise later(Promise waiting, Draft draft) {
    WorkingTime time = Wake.time(waiting, draft.team(), draft.directory());
    Moves moves = waiting.moves();
    Instant since = moves.pausedNow().orElseThrow().since();
    Instant from = time.shifted(waiting.countsFrom(), since, draft.now());
    if (moves.calendar()) {
      int days = moves.days() + Math.max(0, time.calendarDays(since, draft.now()) - 1);
      Instant due = time.calendarEnd(waiting.madeAt(), days);
      return waiting.moved(
          inTime(due, waiting, since, draft), moves.resumed(draft.now(), days, from));
    }
    Instant due = time.shifted(waiting.due(), since, draft.now());
    return waiting.moved(
        inTime(due, waiting, since, draft), moves.resumed(draft.now(), null, from));
  }

  /**
   * Never earlier than it was, also when somebody chose a moment after closing time; and who waited
   * in hours that are no opening time has what was left, and is not late at once.
   */
  private static Instant inTime(Instant by, Promise waiting, Instant since, Draft draft) {
    Instant due = by.isAfter(waiting.due()) ? by : waiting.due();
    return due.isAfter(draft.now())
        ? due
        : draft.now().plus(Duration.between(since, waiting.due()));
  }

  /** One notice for all of them: the first by name, a decision besides, and each of the others. */
  static void tell(Draft draft, List<Promise> going, String how) {
    if (going.isEmpty()) {
      return;
    }
    Promise first = going.stream().min(Comparator.comparing(Promise::due)).orElseThrow();
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", first.kind().name());
    facts.put("due", first.due().toString());
    facts.put("how", how);
    going.stream()
        .filter(one -> !one.equals(first) && one.kind() == PromiseKind.DECISION)
        .forEach(one -> facts.put("decision", one.due().toString()));
    String others =
        going.stream()
            .filter(one -> !one.equals(first) && one.kind() != PromiseKind.DECISION)
            .map(one -> one.kind().name() + "=" + one.due())
            .collect(Collectors.joining(" "));
    if (!others.isEmpty()) {
      facts.put("promises", others);
    }
    draft.tell().citizen(Notice.Kind.WENT_ON, draft.ownerOf(first), facts);
  }
}
