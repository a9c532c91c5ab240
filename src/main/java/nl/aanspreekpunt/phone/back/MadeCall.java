package nl.aanspreekpunt.phone.back;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.promise.Attempt;

/**
 * A call that an official has made from the hub: their own telephone rings first, then the
 * citizen's. It is about a request to be called back, and the hub makes one however often it is
 * asked for: its id is that of the promise and how many were made before.
 *
 * @param nth which of this promise's calls, from 1
 * @param official who calls (official id)
 * @param from E.164 of the official's telephone
 * @param to E.164 of the citizen's
 * @param shown E.164 of the municipality's number that the citizen sees
 * @param called who is called, as the official hears it
 * @param language in which they hear it, in two letters
 * @param own the official's telephone
 * @param theirs the citizen's
 * @param pressed when the official pressed the key; null: not that we know
 * @param stopped when the official called it off; null: they did not
 * @param machine who answered the citizen's telephone, in the provider's words; null: not said
 * @param notMade why it was not made; null: it was, or nobody knows
 * @param confirmed when the official put down what became of it; null: not yet
 * @param heardAt when something was last heard of it
 * @param stands official id while it goes on or is to be confirmed, else null: follows from the
 *     rest
 * @param open true while it goes on, else null: follows from the rest
 */
public record MadeCall(
    String id,
    long version,
    String caseNumber,
    String promise,
    int nth,
    String official,
    String from,
    String to,
    String shown,
    String called,
    String language,
    Instant at,
    Line own,
    Line theirs,
    Instant pressed,
    Instant stopped,
    String machine,
    String notMade,
    Instant confirmed,
    Instant heardAt,
    String stands,
    Boolean open) {
  /** How far it has come. */
  public enum Stage {
    /** The provider was asked, or is about to be. */
    ASKED,
    YOURS_RINGS,
    /** Answered, and the key not yet pressed. */
    YOURS_ANSWERED,
    THEIRS_RINGS,
    TALKING,
    OVER
  }

  /** What became of it. */
  public enum Result {
    SPOKEN,
    MACHINE,
    BUSY,
    NO_ANSWER,
    FAILED,
    /** The official hung up before the citizen answered. */
    HUNG_UP,
    /** The official did not take it, so nobody was called. */
    NOT_TAKEN,
    /** Called off before anybody was called. */
    STOPPED,
    NOT_MADE
  }

  public MadeCall {
    own = own == null ? Line.SILENT : own;
    theirs = theirs == null ? Line.SILENT : theirs;
    boolean over = over(own, theirs, notMade);
    open = over ? null : Boolean.TRUE;
    stands = !over || (theirs.wasTried() && confirmed == null) ? official : null;
  }

  static String id(String promise, int nth) {
    return promise + "~" + nth;
  }

  /** What is asked for. */
  public record Wish(
      String caseNumber,
      String promise,
      String official,
      String from,
      String to,
      String shown,
      String called,
      String language) {}

  static MadeCall of(Wish wish, int nth, Instant now) {
    return new MadeCall(
        id(wish.promise(), nth),
        1,
        wish.caseNumber(),
        wish.promise(),
        nth,
        wish.official(),
        wish.from(),
        wish.to(),
        wish.shown(),
        wish.called(),
        wish.language(),
        now,
        Line.SILENT,
        Line.SILENT,
        null,
        null,
        null,
        null,
        null,
        now,
        null,
        null);
  }

  private static boolean over(Line own, Line theirs, String notMade) {
    return own.over() || theirs.over() || (notMade != null && own.sid() == null);
  }

  public Stage stage() {
    if (over(own, theirs, notMade)) {
      return Stage.OVER;
    }
    if (theirs.wasAnswered()) {
      return Stage.TALKING;
    }
    if (pressed != null || theirs.rang() != null) {
      return Stage.THEIRS_RINGS;
    }
    if (own.wasAnswered()) {
      return Stage.YOURS_ANSWERED;
    }
    return own.sid() == null ? Stage.ASKED : Stage.YOURS_RINGS;
  }

  /** Empty while it goes on. */
  public Optional<Result> result() {
    return stage() == Stage.OVER ? Optional.of(became()) : Optional.empty();
  }

  private Result became() {
    if (theirs.wasAnswered()) {
      return byMachine() ? Result.MACHINE : Result.SPOKEN;
    }
    if (theirs.over() && theirs.end() != Line.End.CANCELED) {
      return switch (theirs.end()) {
        case BUSY -> Result.BUSY;
        case FAILED -> Result.FAILED;
        default -> Result.NO_ANSWER;
      };
    }
    if (theirs.rang() != null) {
      return Result.HUNG_UP;
    }
    if (own.sid() == null) {
      return stopped == null ? Result.NOT_MADE : Result.STOPPED;
    }
    return stopped == null ? Result.NOT_TAKEN : Result.STOPPED;
  }

  private boolean byMachine() {
    return machine != null && (machine.startsWith("machine") || machine.equals("fax"));
  }

  /** The citizen's telephone was rung, and its official did not yet say what became of it. */
  public boolean unconfirmed() {
    return stage() == Stage.OVER && theirs.wasTried() && confirmed == null;
  }

  /** They are at it: it goes on, or waits for this official to confirm it. */
  boolean standsFor(String who) {
    return open != null || who.equals(stands);
  }

  /** What is proposed to be put down; empty when nobody was called, or it goes on. */
  public Optional<Attempt.Outcome> proposed() {
    if (!theirs.wasTried()) {
      return Optional.empty();
    }
    return result()
        .flatMap(
            it ->
                switch (it) {
                  case SPOKEN -> Optional.of(Attempt.Outcome.REACHED);
                  case MACHINE -> Optional.of(Attempt.Outcome.VOICEMAIL);
                  case BUSY, NO_ANSWER, HUNG_UP -> Optional.of(Attempt.Outcome.NO_ANSWER);
                  case FAILED -> Optional.of(Attempt.Outcome.WRONG_NUMBER);
                  case NOT_TAKEN, STOPPED, NOT_MADE -> Optional.empty();
                });
  }

  /** As the timeline has it: to be put there as often as one likes. */
  List<CaseEvent.Phoned> events() {
    List<CaseEvent.Phoned> all = new ArrayList<>();
    if (pressed == null && !theirs.wasTried()) {
      return all;
    }
    all.add(event(0, pressed == null ? at : pressed, CallStep.CALLED, null));
    if (stage() != Stage.OVER) {
      return all;
    }
    Instant end = theirs.ended() == null ? heardAt : theirs.ended();
    switch (became()) {
      case SPOKEN -> all.add(event(1, end, CallStep.ENDED, Integer.toString(theirs.seconds())));
      case MACHINE -> all.add(event(2, end, CallStep.MACHINE, null));
      case BUSY -> all.add(event(3, end, CallStep.CITIZEN_BUSY, null));
      case FAILED -> all.add(event(3, end, CallStep.CITIZEN_FAILED, null));
      case NO_ANSWER, HUNG_UP -> all.add(event(3, end, CallStep.CITIZEN_NO_ANSWER, null));
      case NOT_TAKEN, STOPPED, NOT_MADE -> {}
    }
    return all;
  }

  private CaseEvent.Phoned event(int turn, Instant when, CallStep step, String words) {
    return new CaseEvent.Phoned(when, official, id, turn, step, official, words);
  }

  private MadeCall with(
      Line mine,
      Line citizens,
      Instant key,
      Instant stop,
      String answeredBy,
      String not,
      Instant said,
      Instant now) {
    return new MadeCall(
        id,
        version + 1,
        caseNumber,
        promise,
        nth,
        official,
        from,
        to,
        shown,
        called,
        language,
        at,
        mine,
        citizens,
        key,
        stop,
        answeredBy,
        not,
        said,
        now,
        null,
        null);
  }

  /** Their own telephone. */
  MadeCall own(Line line, Instant now) {
    return line.equals(own)
        ? this
        : with(line, theirs, pressed, stopped, machine, notMade, confirmed, now);
  }

  /** The citizen's. */
  MadeCall theirs(Line line, Instant now) {
    return line.equals(theirs)
        ? this
        : with(own, line, pressed, stopped, machine, notMade, confirmed, now);
  }

  MadeCall pressed(Instant now) {
    return pressed != null
        ? this
        : with(own, theirs, now, stopped, machine, notMade, confirmed, now);
  }

  MadeCall stopped(Instant now) {
    return stopped != null || stage() == Stage.OVER
        ? this
        : with(own, theirs, pressed, now, machine, notMade, confirmed, now);
  }

  MadeCall answeredBy(String who, Instant now) {
    return who.equals(machine) || (machine != null && who.equals("unknown"))
        ? this
        : with(own, theirs, pressed, stopped, who, notMade, confirmed, now);
  }

  MadeCall notMade(String why, Instant now) {
    return notMade != null
        ? this
        : with(own, theirs, pressed, stopped, machine, why, confirmed, now);
  }

  MadeCall confirmed(Instant now) {
    return confirmed != null
        ? this
        : with(own, theirs, pressed, stopped, machine, notMade, now, now);
  }

  /** As the provider has it now; that it was looked at is always put down. */
  MadeCall looked(Dialling.Looked seen, Instant now) {
    Line mine = seen(own, seen.own(), now);
    Line citizens = seen.theirs() == null ? theirs : seen(theirs, seen.theirs(), now);
    String who = seen.theirs() == null ? null : seen.theirs().answeredBy();
    return with(
        mine, citizens, pressed, stopped, who == null ? machine : who, notMade, confirmed, now);
  }

  private static Line seen(Line before, Dialling.Seen seen, Instant now) {
    Instant started = seen.started() == null ? now : seen.started();
    Line answered =
        seen.status() == Line.Status.COMPLETED && before.answered() == null
            ? before.heard(seen.sid(), Line.Status.IN_PROGRESS, started, 0)
            : before;
    boolean goesOn = seen.ended() == null;
    return answered.heard(
        seen.sid(), seen.status(), goesOn ? started : seen.ended(), seen.seconds());
  }
}
