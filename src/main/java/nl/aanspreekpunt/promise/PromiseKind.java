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
  ELSEWHERE;

  /** Kept by nothing that is written to the citizen, and not waiting for what they answer. */
  public boolean apart() {
    return this == TALK || this == ELSEWHERE;
  }
}
