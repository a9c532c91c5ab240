package nl.aanspreekpunt.casework.atwork;

import java.time.Instant;
import java.util.List;

/**
 * An answer that is being written, as its author left it. One for each official and case.
 *
 * @param id see {@link #id(String, String)}
 * @param official its author (official id)
 * @param text as it was typed; empty once it was sent
 * @param link participant it is for; null: the one last heard from
 * @param ticked what was ticked beside it: {@code name=value} each
 * @param seen the last message its author saw (receipt id); null when there was none
 * @param answered the last answer to the citizen that its author saw (outbox id); empty: none
 * @param page the page it was typed on last: another page of its author overwrites nothing unasked
 * @param at when it was kept last
 * @param discardedAt null while it stands
 * @param sent it went to the citizen from that page
 */
public record DraftReply(
    String id,
    long version,
    String caseNumber,
    String official,
    String text,
    String link,
    List<String> ticked,
    String seen,
    String answered,
    String page,
    Instant at,
    Instant discardedAt,
    boolean sent) {
  /** Characters: what fits in the field, with room for line breaks. */
  public static final int LONGEST = 50_000;

  private static final int MOST_TICKED = 20;
  private static final int LONGEST_TICKED = 500;

  public DraftReply {
    text = text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
    ticked =
        ticked == null
            ? List.of()
            : ticked.stream()
                .filter(one -> one.length() <= LONGEST_TICKED)
                .limit(MOST_TICKED)
                .toList();
  }

  /** As its author's page has it now. */
  public static DraftReply typed(
      String caseNumber,
      String official,
      String text,
      String link,
      List<String> ticked,
      String seen,
      String answered,
      String page,
      Instant now) {
    String id = id(caseNumber, official);
    return new DraftReply(
        id, 1, caseNumber, official, text, link, ticked, seen, answered, page, now, null, false);
  }

  static String id(String caseNumber, String official) {
    return caseNumber + ":" + official;
  }

  public boolean stands() {
    return discardedAt == null && !sent;
  }

  /** It was thrown away, and can be taken back. */
  public boolean takeable() {
    return discardedAt != null && !sent && !text.isBlank();
  }

  DraftReply over(DraftReply before) {
    return new DraftReply(
        id,
        before.version + 1,
        caseNumber,
        official,
        text,
        link,
        ticked,
        seen,
        answered,
        page,
        at,
        discardedAt,
        sent);
  }

  DraftReply discarded(Instant when) {
    return new DraftReply(
        id,
        version + 1,
        caseNumber,
        official,
        text,
        link,
        ticked,
        seen,
        answered,
        page,
        at,
        when,
        false);
  }

  /** Its words are in the case now, and nowhere else. */
  DraftReply gone(String from, Instant when) {
    return new DraftReply(
        id,
        version + 1,
        caseNumber,
        official,
        "",
        null,
        List.of(),
        null,
        null,
        from,
        when,
        null,
        true);
  }
}
