package nl.aanspreekpunt.trail;

/** What was done. */
public enum Kind {
  LOGGED_IN(Subject.LOGIN),
  LOGGED_OUT(Subject.LOGIN),
  /** Once for each account, origin and hour: how often is not kept. */
  LOGIN_REFUSED(Subject.REFUSED),
  /** No more tries were taken for a while; once for each account, origin and hour. */
  LOCKED_OUT(Subject.REFUSED),
  /** How many were kept out in an hour beyond those that are on record one by one. */
  MORE_REFUSED(Subject.REFUSED),
  FIRST_PASSWORD(Subject.KEYS),
  /** What an official logged in with: nobody gets in with it any more. */
  ACCOUNT_ENDED(Subject.KEYS),
  /** Which ends every session of the account. */
  PASSWORD_CHANGED(Subject.KEYS),
  TOKEN_MADE(Subject.KEYS),
  TOKEN_REVOKED(Subject.KEYS),
  CASE_READ(Subject.READING),
  /** A clerk was told whose a number is; once for each clerk, citizen and hour. */
  CALLER_RECOGNISED(Subject.READING),
  FILE_LET_THROUGH(Subject.READING),
  TRAIL_EXPORTED(Subject.READING),
  /** Of a reading or a file let through; the rest of its entry stays. */
  REASON_DESTROYED(Subject.READING),
  LEARNED_ON(Subject.SETTING),
  LEARNED_OFF(Subject.SETTING);

  private final Subject subject;

  Kind(Subject subject) {
    this.subject = subject;
  }

  public Subject subject() {
    return subject;
  }

  /** It is about a case. */
  public boolean ofCase() {
    return this == CASE_READ || this == FILE_LET_THROUGH || this == REASON_DESTROYED;
  }

  public Kept kept() {
    return switch (subject) {
      case LOGIN -> Kept.LOGINS;
      case REFUSED -> Kept.REFUSALS;
      case KEYS, READING, SETTING -> Kept.ACTS;
    };
  }
}
