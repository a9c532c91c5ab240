package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;

/**
 * Why a message is where it is: which rule decided, on what evidence, and how certain it was.
 *
 * @param rule name of the policy that decided
 * @param doubts what makes it uncertain; kept when somebody confirms it
 * @param confirmedBy official who confirmed what was uncertain; null otherwise
 * @param learned what people taught that took part in it
 * @param pins rules that somebody pinned and that fitted, and what came of each
 * @param suggestion a learned topic, until somebody says what it is about; null if none
 * @param sign what it may be to the law, until somebody says what it is; null if nothing
 */
public record Match(
    String rule,
    Evidence evidence,
    List<Doubt> doubts,
    Certainty certainty,
    String confirmedBy,
    List<Lesson> learned,
    List<PinUse> pins,
    Suggestion suggestion,
    ClassSign sign) {
  /** The rule of last resort: somebody on intake duty finds out who helps. */
  public static final String INTAKE = "intake-duty";

  public static final String COMPLAINT = "complaint";
  public static final String CASE_NUMBER = "case-number";

  public enum Certainty {
    CERTAIN,
    PROBABLE,
    /** Stays visible until a named person confirms it. */
    UNCERTAIN
  }

  public Match {
    doubts = doubts == null ? List.of() : List.copyOf(doubts);
    learned = learned == null ? List.of() : List.copyOf(learned);
    pins = pins == null ? List.of() : List.copyOf(pins);
  }

  private Match(String rule, Evidence evidence, List<Doubt> doubts, Certainty certainty) {
    this(rule, evidence, doubts, certainty, null, List.of(), List.of(), null, null);
  }

  /** Certain, unless there are doubts. */
  public static Match by(String rule, Evidence evidence, List<Doubt> doubts) {
    return new Match(
        rule, evidence, doubts, doubts.isEmpty() ? Certainty.CERTAIN : Certainty.UNCERTAIN);
  }

  public static Match probable(String rule, Evidence evidence) {
    return new Match(rule, evidence, List.of(), Certainty.PROBABLE);
  }

  /** How somebody was chosen by what they have to do; empty when another rule decided. */
  public Optional<Choice> choice() {
    if (evidence instanceof Evidence.About about) {
      return Optional.of(about.choice());
    }
    if (evidence instanceof Evidence.OfTeam of) {
      return Optional.of(of.choice());
    }
    return evidence instanceof Evidence.OnDuty duty
        ? Optional.ofNullable(duty.choice())
        : Optional.empty();
  }

  /** It is taken for a turn of a loop: nothing is answered. */
  boolean loops() {
    return doubts.contains(Doubt.LOOP);
  }

  /** It came from somebody who did not take part, and nobody looked at it since. */
  public boolean stranger() {
    return doubts.contains(Doubt.STRANGER) && confirmedBy == null;
  }

  public boolean uncertain() {
    return certainty == Certainty.UNCERTAIN;
  }

  /** Nobody confirmed yet that it is from who it says. */
  boolean unproven() {
    return uncertain() && doubts.stream().anyMatch(one -> one.kind() == Doubt.Kind.AUTHENTICATION);
  }

  /** It names its case itself, by what we signed or by its number. */
  public boolean names() {
    return evidence instanceof Evidence.CaseNamed
        || evidence instanceof Evidence.LetterAnswered
        || evidence instanceof Evidence.AllWent
        || evidence instanceof Evidence.Linked;
  }

  /** It came to a case that was there, for nothing but the address somebody gave as theirs. */
  public boolean joinsByAddress() {
    return evidence instanceof Evidence.Conversation || rule.equals(CASE_NUMBER);
  }

  /** The citizen wrote to this official, or keeps to them. */
  boolean personal() {
    return evidence instanceof Evidence.OwnAddress
        || evidence instanceof Evidence.Standing
        || evidence instanceof Evidence.Household
        || evidence instanceof Evidence.ContactAgreed;
  }

  /** Who left and whose work another took over (official id); null if nobody. */
  String left() {
    if (evidence instanceof Evidence.OwnAddress to) {
      return to.successor() == null ? null : to.official();
    }
    if (evidence instanceof Evidence.ContactAgreed agreed) {
      return agreed.successor() == null ? null : agreed.official();
    }
    if (evidence instanceof Evidence.Household all) {
      return all.successor() == null ? null : all.official();
    }
    return evidence instanceof Evidence.Standing one && one.successor() != null
        ? one.official()
        : null;
  }

  Match confirmed(String by) {
    return new Match(
        rule, evidence, doubts, Certainty.CERTAIN, by, learned, pins, suggestion, sign);
  }

  /** As it was before somebody confirmed it. */
  Match doubted() {
    return new Match(
        rule, evidence, doubts, Certainty.UNCERTAIN, null, learned, pins, suggestion, sign);
  }

  /** The same, resting on these besides. */
  public Match learned(List<Lesson> lessons) {
    return new Match(
        rule, evidence, doubts, certainty, confirmedBy, lessons, pins, suggestion, sign);
  }

  /** With the pinned rules that fitted. */
  public Match with(List<PinUse> fitting) {
    return new Match(
        rule, evidence, doubts, certainty, confirmedBy, learned, fitting, suggestion, sign);
  }

  /** With a learned topic, to be confirmed. */
  public Match suggesting(Suggestion topic) {
    return new Match(rule, evidence, doubts, certainty, confirmedBy, learned, pins, topic, sign);
  }

  /** With what it may be to the law, to be confirmed; null: nothing. */
  public Match signed(ClassSign seen) {
    return new Match(
        rule, evidence, doubts, certainty, confirmedBy, learned, pins, suggestion, seen);
  }
}
