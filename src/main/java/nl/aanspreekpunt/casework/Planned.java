package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An answer that is written and has not gone: it goes at its moment, or it came back to its writer.
 * Until it goes it keeps no promise.
 *
 * @param id within its case
 * @param by who wrote it (official id)
 * @param made when it was written
 * @param goesAt when it goes; once it came back: when it would have
 * @param responsible who was responsible when it was written (official id)
 * @param link participant to answer; null: the one last heard from
 * @param seen the last message its writer saw (receipt id); null when there was none
 * @param threading see {@link Replying#threading()}
 * @param despite what was agreed about contact was known to who wrote it, and they wrote all the
 *     same
 * @param back why it did not go; null while it waits for its moment
 */
public record Planned(
    String id,
    String by,
    Instant made,
    Instant goesAt,
    String responsible,
    String text,
    String link,
    String seen,
    Map<String, String> threading,
    List<Promising> promised,
    List<String> keeps,
    List<CaseEvent.Photo> files,
    boolean despite,
    Back back) {
  /** An id that is the case's own starts so. */
  public static final String OWN = "w";

  /** Why an answer did not go. */
  public enum Why {
    /** Who wrote it, or a colleague, took it back. */
    UNDONE,
    /** The citizen wrote since. */
    NEWER,
    /** A colleague answered since. */
    ANSWERED,
    /** Somebody else is responsible now. */
    MOVED,
    CLOSED,
    /** Who wrote it works here no longer. */
    LEFT,
    /** Somebody else has contact with the citizen, or not in writing. */
    CONTACT,
    /** It could not be sent as it was: see {@link Back#code()}. */
    REFUSED
  }

  /**
   * @param by official id, or "hub"
   * @param code of the refusal; null when it was none
   * @param known its writer said that they know
   */
  public record Back(Instant at, Why why, String by, String code, boolean known) {
    public Back(Instant at, Why why, String by, String code) {
      this(at, why, by, code, false);
    }
  }

  public Planned {
    threading = threading == null ? Map.of() : Map.copyOf(threading);
    promised = promised == null ? List.of() : List.copyOf(promised);
    keeps = keeps == null ? List.of() : List.copyOf(keeps);
    files = files == null ? List.of() : List.copyOf(files);
  }

  public static Planned of(
      String id, Replying reply, Case before, Instant now, Instant goesAt, boolean despite) {
    return new Planned(
        id,
        reply.by(),
        now,
        goesAt,
        before.official(),
        reply.text(),
        reply.link(),
        reply.seen(),
        reply.threading(),
        reply.promised(),
        reply.keeps(),
        reply.files(),
        despite,
        null);
  }

  /** Whoever planned it under an id of their own looks afterwards whether it went. */
  public boolean followed() {
    return !id.startsWith(OWN);
  }

  /** Under this key a case knows that it went: what is not there may have been thrown away. */
  public static String went(String id) {
    return "went-" + id;
  }

  /** It goes when its moment comes. */
  public boolean waits() {
    return back == null;
  }

  /** Its writer is to know of it. */
  boolean shows() {
    return back == null || !back.known();
  }

  /** Whether it may be thrown away by this official: not while its writer does not know of it. */
  public boolean dropsFor(String official, Moment moment) {
    return back != null
        && (by.equals(official) || back.known() || !moment.directory().employed(by, moment.now()));
  }

  /** Its writer knows that it did not go. */
  public Planned known() {
    return back == null
        ? this
        : back(new Back(back.at(), back.why(), back.by(), back.code(), true));
  }

  /** As its writer would send it. */
  public Replying reply() {
    return new Replying(by, text, link, seen, threading, promised, keeps, files);
  }

  public Planned back(Back why) {
    return new Planned(
        id,
        by,
        made,
        goesAt,
        responsible,
        text,
        link,
        seen,
        threading,
        promised,
        keeps,
        files,
        despite,
        why);
  }
}
