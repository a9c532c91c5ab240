package nl.aanspreekpunt.web.work.principle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/**
 * What principles ask of an official, on Today and on the page of a case.
 *
 * @param calls messages that touch one
 * @param owed what was done on one, and is to be accounted for
 */
public record PrincipleCards(List<Call> calls, List<Owed> owed) {
  public static final PrincipleCards NONE = new PrincipleCards(List.of(), List.of());

  /**
   * @param number of the case
   * @param principle topic id
   * @param words the principle
   * @param says how it stands, in words
   * @param key what this reader can do: take, leave, judge; null: nothing
   */
  public record Call(
      String number, String principle, String words, String subject, String says, String key) {}

  /**
   * @param what they did, in their words
   * @param due by when to account for it, in words
   * @param late whether that has passed
   * @param undo whether it can still be taken back
   */
  public record Owed(
      String number,
      String invocation,
      String words,
      String what,
      String due,
      boolean late,
      boolean undo) {}

  public boolean isEmpty() {
    return calls.isEmpty() && owed.isEmpty();
  }

  /** Makes them for one reader. */
  public static final class View {
    private final Frame frame;
    private final Directory directory;
    private final Names names;
    private final String me;

    public View(Frame frame, Directory directory) {
      this.frame = frame;
      this.directory = directory;
      this.names = new Names(directory, frame.words());
      this.me = frame.viewer().official().id();
    }

    /** Of one case, for who reads all of it. */
    public PrincipleCards of(Case one, boolean readOnly) {
      List<Call> calls = new ArrayList<>();
      for (Alert alert : one.care().principled().alerts()) {
        if (one.open() && (alert.lasts() || alert.state() == Alert.State.PROPOSED)) {
          calls.add(call(one, alert, readOnly ? null : key(one, alert)));
        }
      }
      List<Owed> owed = new ArrayList<>();
      if (!readOnly) {
        one.care().principled().invocations().stream()
            .filter(Invocation::owing)
            .forEach(made -> owed.add(owed(one, made)));
      }
      return new PrincipleCards(calls, owed);
    }

    /**
     * On Today: what this reader is called for or on, or is to judge, and what they are to account
     * for.
     *
     * @param mine cases that concern them and whose text they may read
     * @param owing cases in which they, or whom they stand in for, are to account
     */
    public PrincipleCards today(List<Case> mine, List<Case> owing, List<String> watched) {
      List<Call> calls = new ArrayList<>();
      for (Case one : mine) {
        for (Alert alert : one.care().principled().alerts()) {
          String key = key(one, alert);
          boolean theirs = alert.concerns().contains(me) || "judge".equals(key);
          if (one.open() && theirs && key != null) {
            calls.add(call(one, alert, key));
          }
        }
      }
      List<Owed> owed = new ArrayList<>();
      for (Case one : owing) {
        one.care().principled().invocations().stream()
            .filter(made -> made.owing() && watched.contains(made.by()))
            .forEach(made -> owed.add(owed(one, made)));
      }
      return new PrincipleCards(calls, owed);
    }

    private String key(Case one, Alert alert) {
      return switch (alert.state()) {
        case PROPOSED ->
            one.official().equals(me)
                    || one.acting().stream()
                        .anyMatch(acting -> acting.lasts() && acting.official().equals(me))
                ? "judge"
                : null;
        case CALLING -> "take";
        case TAKEN -> alert.by().equals(me) ? "leave" : null;
        case ANSWERED, NOT_SO, PAST -> null;
      };
    }

    private Call call(Case one, Alert alert, String key) {
      return new Call(
          one.id(),
          alert.principle(),
          words(alert.principle()),
          names.subject(one),
          says(alert),
          key);
    }

    private String says(Alert alert) {
      if (alert.state() == Alert.State.PROPOSED) {
        return frame.say("principle.may", String.join(", ", alert.words()));
      }
      if (alert.state() == Alert.State.TAKEN) {
        return alert.by().equals(me)
            ? frame.say("principle.taken.mine")
            : frame.say("principle.taken", names.of(alert.by()));
      }
      Optional<Alert.Told> told = alert.lastTold();
      return told.map(
              last ->
                  frame.say(
                      "principle.calling",
                      names.of(last.official()),
                      frame.moments().say(last.at())))
          .orElse("");
    }

    private Owed owed(Case one, Invocation made) {
      Instant now = frame.moments().now();
      return new Owed(
          one.id(),
          made.id(),
          words(made.principle()),
          made.what(),
          frame.moments().say(made.accountDue()),
          !made.accountDue().isAfter(now),
          made.canBeUndone(me, now));
    }

    private String words(String principle) {
      return Dues.principle(directory, principle)
          .map(one -> one.words().in(frame.words().language()))
          .orElse(principle);
    }
  }
}
