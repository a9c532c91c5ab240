package nl.aanspreekpunt.casework;

/**
 * Why a message may not be from who it says, or may not belong where it points.
 *
 * @param detail what a mail server found, such as {@code dmarc=fail}, {@code none} or {@code
 *     sent-on}; null for the other kinds
 */
public record Doubt(Kind kind, String detail) {
  public static final Doubt STRANGER = new Doubt(Kind.STRANGER, null);
  public static final Doubt LOOP = new Doubt(Kind.LOOP, null);
  public static final Doubt SHARED = new Doubt(Kind.SHARED, null);
  public static final Doubt SILENT = new Doubt(Kind.SILENT, null);

  /** An official passed it on, as it says: nobody vouches for that. */
  public static final Doubt SENT_ON = new Doubt(Kind.AUTHENTICATION, "sent-on");

  /** No server that we trust said anything of the sender. */
  public static final Doubt UNPROVEN = new Doubt(Kind.AUTHENTICATION, "none");

  /** Who called keyed it in, as their number is withheld: nobody vouches for it. */
  public static final Doubt KEYED = new Doubt(Kind.AUTHENTICATION, "keyed");

  public enum Kind {
    /** A server that we trust could not verify the sender. */
    AUTHENTICATION,
    /** The sender does not take part in the case that the message names. */
    STRANGER,
    /** Several citizens use this address or number. */
    SHARED,
    /** Nothing came from this telephone number for so long that it may be another's by now. */
    SILENT,
    /** One stranger after another answers what the hub wrote by itself: a machine, by its ways. */
    LOOP
  }

  public static Doubt authentication(String detail) {
    return new Doubt(Kind.AUTHENTICATION, detail);
  }
}
