package nl.aanspreekpunt.inbox;

/** What came of saying what a doubtful mail is. */
public sealed interface Judged {
  /**
   * It is so, now or since the same request before.
   *
   * @param one as it then stood; null when it was called a question before, and is placed
   * @param caseNumber of a question: its case; null while it is not placed, and of what is none
   */
  record Done(Doubtful one, String caseNumber) implements Judged {}

  /** Nothing changed. */
  enum Not implements Judged {
    /** There is no such mail, or it was never doubtful. */
    THERE,
    /** Somebody said something else first, or it is what is said already. */
    SO_ANY_MORE,
    /** The request's key was used for something else. */
    NEW_KEY
  }
}
