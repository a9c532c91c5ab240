package nl.aanspreekpunt.trail;

/** What was done. */
public enum Kind {
  LOGGED_IN(Subject.LOGIN),
  /** Once for each account, origin and hour: how often is not kept. */
  LOGIN_REFUSED(Subject.LOGIN),
  /** No more tries were taken for a while; once for each account, origin and hour. */
  LOCKED_OUT(Subject.LOGIN),
  LOGGED_OUT(Subject.LOGIN),
  FIRST_PASSWORD(Subject.KEYS),
  /** Which ends every session of the account. */
  PASSWORD_CHANGED(Subject.KEYS),
  TOKEN_MADE(Subject.KEYS),
  TOKEN_REVOKED(Subject.KEYS),
  CASE_READ(Subject.READING),
  FILE_LET_THROUGH(Subject.READING),
  TRAIL_EXPORTED(Subject.READING),
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
    return this == CASE_READ || this == FILE_LET_THROUGH;
  }

  public Kept kept() {
    return subject == Subject.LOGIN ? Kept.LOGINS : Kept.ACTS;
  }
}
