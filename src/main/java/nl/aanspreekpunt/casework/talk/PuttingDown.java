package nl.aanspreekpunt.casework.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A talk was held. It keeps what was promised until then; what the official agreed to is promised
 * from now on, and the citizen gets it in writing.
 *
 * @param uid the planned talk that it was; null: it was not planned
 * @param how taken from the planned one when there is one
 * @param present who was there, in words
 * @param note what was said; needed
 * @param theirs what the citizen will do; may be empty
 * @param agreed what the official will do, by when
 * @param photos taken on the spot
 * @param seen the last message its author saw (receipt id); null when there was none
 * @param by official id
 */
public record PuttingDown(
    String uid,
    CaseEvent.Talk how,
    String present,
    String note,
    String theirs,
    List<Agreement> agreed,
    List<CaseEvent.Photo> photos,
    String seen,
    String by)
    implements Act {
  /** How much can be agreed in one talk. */
  public static final int MOST = 5;

  /** Characters of what was said, and of what the citizen will do. */
  public static final int LONGEST = 10_000;

  public static final int THEIRS = 1_000;
  private static final Duration FURTHEST = Duration.ofDays(400);

  /**
   * What the official will do.
   *
   * @param due by when
   */
  public record Agreement(String words, Instant due) {}

  public PuttingDown {
    agreed = List.copyOf(agreed);
    photos = List.copyOf(photos);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Appointment> planned =
        uid == null ? Optional.empty() : before.care().talks().named(uid);
    if (uid != null && planned.isEmpty()) {
      return Decision.refused("no-such-talk");
    }
    CaseEvent.Talk held = planned.map(Appointment::how).orElse(how);
    if (held == null) {
      return Decision.refused("talk-how", "how");
    }
    return wanting(before, moment).orElseGet(() -> put(new Draft(before, moment), planned, held));
  }

  private Optional<Decision> wanting(Case before, Moment moment) {
    if (note.isBlank()) {
      return Optional.of(Decision.refused("note-needed", "note"));
    }
    if (note.length() > LONGEST) {
      return Optional.of(Decision.refused("text-too-long", "note"));
    }
    if (present.length() > Inviting.LINE) {
      return Optional.of(Decision.refused("line-too-long", "present"));
    }
    if (theirs.length() > THEIRS) {
      return Optional.of(Decision.refused("caution-too-long", "theirs"));
    }
    if (!agreed.isEmpty() && !before.open()) {
      return Optional.of(Decision.refused("closed"));
    }
    for (int i = 0; i < Math.min(agreed.size(), MOST + 1); i++) {
      String words = agreed.get(i).words().strip();
      Instant due = agreed.get(i).due();
      if (words.isEmpty() || words.length() > Promising.LONGEST || i == MOST) {
        return Optional.of(Decision.refused("agreement-words", "agreed-" + (i + 1)));
      }
      if (due == null || !due.isAfter(moment.now()) || due.isAfter(moment.now().plus(FURTHEST))) {
        return Optional.of(Decision.refused("due-to-come", "due-" + (i + 1)));
      }
    }
    return Optional.empty();
  }

  private Decision put(Draft draft, Optional<Appointment> planned, CaseEvent.Talk held) {
    List<Promise> made = new ArrayList<>();
    for (Agreement one : agreed) {
      made.add(undertaking(draft, one, by));
    }
    draft.event(
        new CaseEvent.Held(
            draft.now(),
            by,
            held,
            present.strip(),
            note.strip(),
            theirs.strip(),
            made.stream().map(Promise::id).toList(),
            photos,
            spokenWith(draft, planned)));
    planned.ifPresent(one -> over(draft, one));
    Talking.held(draft, by, seen, null);
    told(draft, "made", made, theirs, by);
    return draft.done();
  }

  /** Whom it was planned with, else who wrote last (link id); null when that is not known. */
  private static String spokenWith(Draft draft, Optional<Appointment> planned) {
    return planned
        .map(Appointment::to)
        .flatMap(draft.before::participant)
        .or(draft::contact)
        .map(Participant::link)
        .orElse(null);
  }

  private void over(Draft draft, Appointment one) {
    draft.promises.keep(draft.promises.current(one.promise()), by, "talk");
    draft.care(draft.care().with(draft.care().talks().without(one.uid())));
  }

  /** A promise of theirs, in words that the citizen reads. */
  private static Promise undertaking(Draft draft, Agreement one, String by) {
    Promise promise = draft.promises.make(PromiseKind.UNDERTAKING, one.due(), null, by);
    draft.promises.put(promise.inWords(one.words().strip()));
    return draft.promises.current(promise.id());
  }

  /** Agreed where the citizen was not by, or not alone: they get it in writing. */
  public static Promise agreed(Draft draft, Agreement one, String by) {
    Promise made = undertaking(draft, one, by);
    told(draft, "table", List.of(made), "", by);
    return made;
  }

  /** Who can only be called heard it in the talk. */
  private static void told(Draft draft, String what, List<Promise> made, String theirs, String by) {
    Optional<Participant> to = draft.contact();
    if (to.isEmpty() || (made.isEmpty() && theirs.isBlank())) {
      return;
    }
    for (Promise one : made) {
      Talks.Agreed agreement = new Talks.Agreed(one.id(), to.get().address().id());
      draft.care(draft.care().with(draft.care().talks().with(agreement)));
    }
    if (Reachable.by(to.get()) == Channel.PHONE) {
      return;
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("theirs", theirs.strip());
    facts.put("agreed", String.join("\n", made.stream().map(PuttingDown::line).toList()));
    draft.tell().participant(to.get(), Notice.Kind.AGREEMENT, by, facts);
  }

  /** What was agreed before and is still to be done, for a letter about something else. */
  public static void stands(Draft draft, Map<String, String> facts) {
    List<String> lines =
        draft.promises.open().stream()
            .filter(one -> one.kind() == PromiseKind.UNDERTAKING)
            .map(PuttingDown::line)
            .toList();
    if (!lines.isEmpty()) {
      facts.put("agreed", String.join("\n", lines));
    }
  }

  private static String line(Promise one) {
    return one.due() + " " + one.said().replaceAll("\\s+", " ");
  }
}
