package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.citizen.Address;

/**
 * What somebody in a case asks a colleague, or an outside partner. The case stays whose it is.
 *
 * @param id {@code r1}, {@code r2}, … in its case
 * @param promise of the colleague who is to answer (promise id); null for a partner
 * @param messages what they may read to answer it (receipt ids)
 * @param by official id of who asked
 * @param asked official ids, who was asked first first; empty for a partner
 * @param partner null when a colleague is asked
 */
public record Consult(
    String id,
    String promise,
    String question,
    List<String> messages,
    String by,
    Instant at,
    List<String> asked,
    Partner partner,
    List<Answer> answers) {

  /**
   * @param by official id; null: the partner
   * @param receipt the message it came in (receipt id); null: it was written on a page
   * @param automatic a machine of the partner wrote it: they are still to answer
   */
  public record Answer(String by, Instant at, String text, String receipt, boolean automatic) {
    public static Answer written(String by, Instant at, String text) {
      return new Answer(by, at, text, null, false);
    }
  }

  /**
   * Somebody of another organisation: they see the question and what was chosen, by a link of their
   * own or in a mail, and nothing else.
   *
   * @param until when their link stops opening anything
   * @param revokedAt when somebody switched it off; null: nobody did
   */
  public record Partner(
      String organisation,
      String name,
      Address address,
      String language,
      Consent consent,
      Instant until,
      Instant revokedAt) {
    Partner revoked(Instant at) {
      return new Partner(organisation, name, address, language, consent, until, at);
    }
  }

  /**
   * That the citizen agrees to sharing it.
   *
   * @param link which participant said so
   * @param on when they did
   * @param heardBy official id of who heard or read it
   */
  public record Consent(How how, String link, Instant on, String heardBy) {
    /** How it was given. */
    public enum How {
      SPOKEN,
      WRITTEN
    }
  }

  public Consult {
    messages = messages == null ? List.of() : List.copyOf(messages);
    asked = asked == null ? List.of() : List.copyOf(asked);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  public boolean answered() {
    return answers.stream().anyMatch(one -> !one.automatic());
  }

  /** Whether somebody is still to answer it. */
  public boolean waits(Case in) {
    return partner == null
        ? in.promise(promise).filter(one -> one.open()).isPresent()
        : !answered() && partner.revokedAt() == null;
  }

  /**
   * Whether the partner's link opens something at a moment: not after it ended, once the case is
   * closed, or when whoever agreed to it turned out to be somebody else.
   */
  public boolean opens(Case in, Instant now) {
    return partner != null
        && in.open()
        && partner.revokedAt() == null
        && now.isBefore(partner.until())
        && in.participant(partner.consent().link()).isPresent();
  }

  public Consult answered(Answer answer) {
    List<Answer> more = new ArrayList<>(answers);
    more.add(answer);
    return new Consult(id, promise, question, messages, by, at, asked, partner, more);
  }

  public Consult passed(String official) {
    List<String> more = new ArrayList<>(asked);
    more.add(official);
    return new Consult(id, promise, question, messages, by, at, more, partner, answers);
  }

  public Consult revoked(Instant moment) {
    Partner gone = partner.revoked(moment);
    return new Consult(id, promise, question, messages, by, at, asked, gone, answers);
  }
}
