package nl.aanspreekpunt.inbox.email;

/**
 * What of a mail could not be read. {@link nl.aanspreekpunt.inbox.Inbound#unreadable()} has these
 * names in lower case, separated by a space; pages say them in the reader's language.
 */
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
  /** Something that nobody thought of. */
  BROKEN
}
