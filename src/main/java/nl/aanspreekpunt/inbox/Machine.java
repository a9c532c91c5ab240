package nl.aanspreekpunt.inbox;

import nl.aanspreekpunt.outbox.Reason;

/**
 * What a machine wrote a message for, and not a person.
 *
 * @param surely false when nothing but its words look so: then it is one only when it answers a
 *     message of ours, else a person's
 * @param cause why something did not arrive, or not yet; null for the other kinds
 * @param said what the other server said of that, one line; empty when nothing
 */
public record Machine(Kind kind, boolean surely, Reason cause, String said) {
  public enum Kind {
    /** A mailbox whose owner is away answers by itself. */
    AWAY,
    /** A mailing list, or other mail to many. */
    LIST,
    /** Somebody accepts or declines an invitation, without words of their own. */
    MEETING,
    /** That a message was opened, or thrown away unopened (RFC 8098). */
    READ,
    /** Somebody called a message unwanted (RFC 5965). */
    UNWANTED,
    /** A message did not arrive. */
    FAILED,
    /** It did not arrive yet: its server goes on trying. */
    DELAYED,
    DELIVERED,
    /** It arrives only when its sender says first that they are no machine. */
    CHALLENGE,
    OTHER
  }

  static final Machine OTHER = new Machine(Kind.OTHER, true, null, "");

  public static Machine of(Kind kind) {
    return new Machine(kind, true, null, "");
  }

  /** What only looks like one. */
  public static Machine perhaps(Kind kind) {
    return new Machine(kind, false, null, "");
  }

  /** For people and for the API: a code, and what the other server said behind it. */
  String detail() {
    return said.isEmpty() ? cause.code() : cause.code() + " " + said;
  }
}
