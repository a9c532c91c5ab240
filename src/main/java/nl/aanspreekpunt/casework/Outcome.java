package nl.aanspreekpunt.casework;

/** How a case ends. */
public enum Outcome {
  /** A question that needed no decision. */
  ANSWERED,
  GRANTED,
  /** Some of what was asked. */
  PARTLY,
  REFUSED,
  /** Somebody else helps with this. */
  NOT_OURS,
  /** Not possible now: it says what could change, and when. */
  NOT_NOW,
  WITHDRAWN,
  NO_QUESTION,
  /** Its messages and promises went to another case. */
  JOINED;

  /** Comes with a reason in the official's own words. */
  public boolean reasoned() {
    return this == NOT_NOW || spokenFirst();
  }

  /** The citizen hears it in a talk before the letter, unless the official says why not. */
  public boolean spokenFirst() {
    return this == REFUSED || this == PARTLY || this == NOT_OURS;
  }

  /** Whoever withdrew, or asked nothing, was not helped with anything. */
  public boolean helps() {
    return this != WITHDRAWN && this != NO_QUESTION && this != JOINED;
  }
}
