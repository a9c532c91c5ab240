package nl.aanspreekpunt.promise;

/** What was promised. Every kind has a due time and climbs the same ladder. */
public enum PromiseKind {
  ANSWER,
  CALLBACK,
  DECISION,
  /** "I find out who helps you and tell you by …". */
  FIND_OUT,
  /** "I look at what chafes here and tell you by …": to who reported it and to who met it. */
  FRICTION
}
