package nl.aanspreekpunt.web.work.atwork;

import java.util.List;
import nl.aanspreekpunt.web.work.CasePage;
import nl.aanspreekpunt.web.work.texting.Composing;

/**
 * What stands on a case page for who works at it.
 *
 * @param strands the parts of the timeline that can be seen by themselves
 * @param fresh what is new to this reader; null: nothing
 * @param writing the answer that is being written; null for who only reads
 * @param stream path of its stream; null when this page does not renew itself
 */
public record Working(Card card, List<Shown> strands, Fresh fresh, Writing writing, String stream) {
  /** What a path says of the part that is shown now; empty for all of it. */
  public String only() {
    return strands.stream().filter(Shown::now).findFirst().map(Shown::asked).orElse("");
  }

  /** The same, after something else that is asked. */
  public String and() {
    return only().replace('?', '&');
  }

  /**
   * Who the citizen is.
   *
   * @param language that they are written to in, in words
   * @param channels by which they wrote lately, in words; empty when that is not known
   * @param met how many officials they met, in words
   */
  public record Card(
      List<CasePage.Contact> contacts,
      String language,
      String channels,
      String met,
      List<Other> others) {}

  /**
   * Another case of the citizen.
   *
   * @param subject null when this reader may not know it
   * @param state of it and who is responsible, in words
   * @param joins whether this reader may join this case to it
   */
  public record Other(String number, String subject, String state, boolean joins) {}

  /**
   * A part of the timeline.
   *
   * @param query that shows it, after its question mark; empty for all of it
   */
  public record Shown(String query, String label, boolean now) {
    public String asked() {
      return query.isEmpty() ? "" : "?" + query;
    }
  }

  /**
   * @param words how much, and since when
   * @param first where it begins: id of an entry
   */
  public record Fresh(String words, String first) {}

  /**
   * An answer that is being written.
   *
   * @param page this page, as the store tells it from others of the same official
   * @param base version of the draft that it showed; 0: none
   * @param answered the last answer on this page (outbox id); empty when there is none
   * @param kept when it was kept, in words; null when it was not
   * @param thrown when one was thrown away that can be taken back, in words; null: none
   * @param since upon which message it was written, in words; null when nothing came in since
   * @param newer what came in or went out since it was written
   * @param way how it goes to the citizen, in words; null when there is a choice
   * @param whatsApp null when it goes another way
   * @param sms what is to be known before it goes by text message; null when it cannot
   */
  public record Writing(
      String page,
      long base,
      String answered,
      String kept,
      String thrown,
      String since,
      List<CasePage.Entry> newer,
      String way,
      WhatsAppPart whatsApp,
      Composing sms) {}
}
