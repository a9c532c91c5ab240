package nl.aanspreekpunt.casework;

/** How a case ends. */
public enum Outcome {
  ANSWERED,
  GRANTED,
  REFUSED,
  NOT_OURS,
  WITHDRAWN,
  NO_QUESTION,
  /** Its messages and promises went to another case. */
  JOINED;

  /** A clear "no" comes with its why. */
  public boolean needsExplanation() {
    return this == REFUSED || this == NOT_OURS;
  }
}
