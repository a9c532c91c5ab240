package nl.aanspreekpunt.inbox;

/** What of a message could not be read. The raw message is kept. */
public enum Unread {
  /** More or longer header fields than are read. */
  HEADERS,
  /** More parts than are read. */
  PARTS,
  /** Parts within parts, deeper than is read. */
  DEPTH,
  /** A multipart without its end: something may be missing. */
  TRUNCATED,
  /** More words than are shown. */
  LENGTH,
  /** A charset that is not known: some letters may be wrong. */
  CHARSET,
  /** A transfer encoding that is not known, or broken. */
  ENCODING,
  /** It took too long. */
  TIME,
  /** It asks more memory than one message gets. */
  MEMORY,
  /** Encrypted, or signed in a way that wraps the words. */
  SEALED,
  /** Pictures or sound with a text message, which are not fetched. */
  MEDIA,
  /** It could not be fetched from the mailbox it stands in: too large, or broken. */
  UNFETCHED,
  /** Something that nobody thought of. */
  BROKEN
}
