package nl.aanspreekpunt.promise;

/** What was promised. Every kind has a due time and climbs the same ladder. */
public enum PromiseKind {
  ANSWER,
  CALLBACK,
  DECISION,
  /** "I find out who helps you and tell you by …". */
  FIND_OUT,
  /** A talk at a desk or on a visit. */
  TALK,
  /** That another body helps: until it has confirmed, it is promised here. */
  ELSEWHERE,
  /** A colleague answers what they were asked. */
  CONSULT,
  /** A manager says whether they stand behind a deviation. */
  BACKING,
  /** What was agreed at a case table, and somebody does. */
  AGREEMENT;

  /**
   * Promised between colleagues: the citizen is told nothing of it, a reply to them does not keep
   * it, and it changes nobody's responsibility.
   */
  public boolean inward() {
    return this == CONSULT || this == BACKING || this == AGREEMENT;
  }

  /** Kept by nothing that is written to the citizen, and not waiting for what they answer. */
  public boolean apart() {
    return this == TALK || this == ELSEWHERE;
  }
}
