package nl.aanspreekpunt.promise;

/** What was promised. Every kind has a due time and climbs the same ladder. */
public enum PromiseKind {
  ANSWER,
  CALLBACK,
  DECISION,
  /** "I find out who helps you and tell you by …". */
  FIND_OUT,
  /** To be at a talk at a desk or on a visit. */
  TALK,
  /** What an official said in a talk that they would do. */
  AGREEMENT
}
