package nl.aanspreekpunt.promise;

/** A ladder that cannot be climbed. The message is a line for people, in English. */
public final class LadderRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong with a step. */
  public enum Why {
    /** Not three keys, or another word for whom or what than there is. */
    WORDS,
    /** Neither a share, nor a duration, nor a time of day. */
    WHEN,
    /** A citizen can only be warned. */
    CITIZEN,
    /** A share of the time after something else. */
    SHARE,
    /** Before the step before. */
    EARLIER,
    /** The last one repeats, so that it must take some time. */
    REPEATS,
    /** There is no step. */
    NONE
  }

  private final Why why;

  LadderRefused(Why why, String message) {
    super(message);
    this.why = why;
  }

  LadderRefused at(int step) {
    return new LadderRefused(why, "ladder[" + step + "]." + getMessage());
  }

  public Why why() {
    return why;
  }
}
