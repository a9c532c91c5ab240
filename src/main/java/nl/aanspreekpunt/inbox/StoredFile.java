package nl.aanspreekpunt.inbox;

import java.time.Instant;

/**
 * A file of a message, taken out of it and looked at. Its bytes stand in the store's files, the
 * message itself stays as it came.
 *
 * @param part as in {@link Inbound.Attachment}
 * @param name as its sender called it, without what turns a name around; may be empty, never a path
 * @param type what it is by its first bytes and its name, such as {@code application/pdf}
 * @param size bytes
 * @param digest SHA-256, hexadecimal; null while it was not taken out
 * @param hold why nobody opens it whatever a scanner says; null: no reason
 * @param verdict null while it was not taken out
 * @param checkedAt when the scanner answered; null when it did not
 * @param signature what the scanner found, by its name; null when it found nothing
 * @param let who let it through although it is of a kind that is held back (official id); null:
 *     nobody
 */
public record StoredFile(
    int part,
    String name,
    String type,
    long size,
    String digest,
    Hold hold,
    Verdict verdict,
    Instant checkedAt,
    String signature,
    String let) {

  /** Why a kind of file is held back. */
  public enum Hold {
    /** Runs when it is opened: a program, a script, an installer, a shortcut. */
    PROGRAMS,
    /** An Office document that can run. */
    MACROS,
    /** A page or drawing that can run something in a browser. */
    ACTIVE,
    /** Opens as a disk, past what a computer checks. */
    DISKS,
    /** Has a password, so that nothing can look into it. */
    ENCRYPTED,
    /** Packs other files in a way that cannot be looked into here. */
    ARCHIVES,
    /** Named by the configuration. */
    LISTED
  }

  /** What the virus scanner said. */
  public enum Verdict {
    /** It is to be asked, or did not answer yet. */
    WAITING,
    /** There was none to ask. */
    UNASKED,
    CLEAN,
    FOUND,
    /** It looks at no file of this size. */
    TOO_LARGE,
    /** There is nothing to ask about: the file did not come, and never will. */
    UNFETCHED
  }

  /** What becomes of it. */
  public enum State {
    OPEN,
    /** Opens, and nothing looked for viruses in it. */
    UNCHECKED,
    WAITING,
    HELD,
    FOUND,
    TOO_LARGE,
    UNFETCHED;

    public boolean opens() {
      return this == OPEN || this == UNCHECKED;
    }
  }

  /** One that was not taken out of its message yet: what that says of it, and no verdict. */
  public static StoredFile awaited(Inbound.Attachment said) {
    return new StoredFile(
        said.part(), said.name(), said.type(), said.size(), null, null, null, null, null, null);
  }

  /** One that did not come with its message, and never will. */
  public static StoredFile unfetched(int part, String name) {
    return new StoredFile(
        part, name, "application/octet-stream", 0, null, null, Verdict.UNFETCHED, null, null, null);
  }

  public State state() {
    if (verdict == Verdict.FOUND) {
      return State.FOUND;
    }
    if (hold != null && let == null) {
      return State.HELD;
    }
    if (verdict == null) {
      return State.WAITING;
    }
    return switch (verdict) {
      case CLEAN -> State.OPEN;
      case UNASKED -> State.UNCHECKED;
      case TOO_LARGE -> State.TOO_LARGE;
      case UNFETCHED -> State.UNFETCHED;
      case WAITING, FOUND -> State.WAITING;
    };
  }

  /** For what it is; nothing else keeps it. */
  public boolean isHeld() {
    return state() == State.HELD;
  }

  /** The scanner answered. */
  public StoredFile judged(Verdict said, Instant at, String found) {
    return new StoredFile(part, name, type, size, digest, hold, said, at, found, let);
  }

  /** It is let through, unless the scanner has something to say. */
  public StoredFile letThrough(String by) {
    return new StoredFile(part, name, type, size, digest, hold, verdict, checkedAt, signature, by);
  }
}
