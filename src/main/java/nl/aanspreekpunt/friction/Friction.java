package nl.aanspreekpunt.friction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.chafe.Step;

/**
 * A report, and what became of it. Several that are the same are gathered into one: then that one's
 * steps are the answer to all.
 *
 * @param version raised by each change
 * @param into the one it is gathered into (id); null: it stands by itself
 * @param state of its last step that says how it stands
 * @param at when that was
 * @param steps all of them, in order; only added to
 * @param number of the case in which its answer is owed; opened once it stands by itself
 * @param plain what is different now, for everybody; null: nothing was written
 * @param checkAt when to look next whether all heard how it stands; null: all did, for good
 * @param heard how it stood when all had heard; null: not yet
 * @param told how many of its steps those who reported it were told
 */
public record Friction(
    String id,
    long version,
    Report report,
    String into,
    Step.State state,
    Instant at,
    List<Step> steps,
    String number,
    String plain,
    Instant checkAt,
    String heard,
    int told) {
  public Friction {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  static Friction reported(String id, Report report, String number) {
    return new Friction(
        id,
        1,
        report,
        null,
        Step.State.REPORTED,
        report.at(),
        List.of(),
        number,
        null,
        report.at(),
        null,
        0);
  }

  public boolean gathered() {
    return into != null;
  }

  /** The last step that says how it stands; empty while nobody said anything. */
  Optional<Step> said() {
    return steps.stream().filter(one -> one.state().says()).reduce((first, then) -> then);
  }

  /** Its answer was given, and nothing more is owed. */
  public boolean ended() {
    return state.ends();
  }

  /**
   * @param words for everybody; null: as they are
   */
  Friction after(Step step, String words) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    boolean says = step.state().says();
    return new Friction(
        id,
        version + 1,
        report,
        where(step),
        says ? step.state() : state,
        says ? step.at() : at,
        all,
        number,
        words == null ? plain : words,
        step.at(),
        null,
        told);
  }

  private String where(Step step) {
    return switch (step.state()) {
      case GATHERED -> step.words();
      case APART -> null;
      default -> into;
    };
  }

  /** To be looked at again, also when nothing of its own changed. */
  Friction lookedAt(Instant moment) {
    return new Friction(
        id, version + 1, report, into, state, at, steps, number, plain, moment, null, told);
  }

  /**
   * All that follows from it was done.
   *
   * @param how it stood
   * @param next when to look again; null: not any more
   */
  Friction done(String how, Instant next) {
    return new Friction(
        id, version + 1, report, into, state, at, steps, number, plain, next, how, steps.size());
  }

  /** What its words are, for likeness. */
  public String text() {
    return report.rule() + " " + report.what() + " " + report.helps();
  }
}
