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
 * @param from where it was asked, in a case that was joined to this one: {@code <case>/<id>}; null:
 *     here
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
    List<Answer> answers,
    String from) {
  public Consult(
      String id,
      String promise,
      String question,
      List<String> messages,
      String by,
      Instant at,
      List<String> asked,
      Partner partner,
      List<Answer> answers) {
    this(id, promise, question, messages, by, at, asked, partner, answers, null);
  }

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
   * @param due by when an answer is expected; null in a question from before this was kept
   * @param lateAt when whoever is responsible heard that it is late; null: not
   * @param until when their link stops opening anything
   * @param revokedAt when somebody switched it off; null: nobody did
   */
  public record Partner(
      String organisation,
      String name,
      Address address,
      String language,
      Consent consent,
      Instant due,
      Instant lateAt,
      Instant until,
      Instant revokedAt) {
    Partner revoked(Instant at) {
      return new Partner(organisation, name, address, language, consent, due, lateAt, until, at);
    }

    Partner late(Instant at) {
      return new Partner(organisation, name, address, language, consent, due, at, until, revokedAt);
    }

    Partner agreedBy(String link) {
      Consent given = new Consent(consent.how(), link, consent.on(), consent.heardBy());
      return new Partner(
          organisation, name, address, language, given, due, lateAt, until, revokedAt);
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
    return new Consult(id, promise, question, messages, by, at, asked, partner, more, from);
  }

  public Consult passed(String official) {
    List<String> more = new ArrayList<>(asked);
    more.add(official);
    return new Consult(id, promise, question, messages, by, at, more, partner, answers, from);
  }

  public Consult revoked(Instant moment) {
    return of(partner.revoked(moment));
  }

  /** Whoever is responsible heard that no answer came in time. */
  public Consult late(Instant moment) {
    return of(partner.late(moment));
  }

  private Consult of(Partner changed) {
    return new Consult(id, promise, question, messages, by, at, asked, changed, answers, from);
  }

  /**
   * The same in the case to which its own was joined.
   *
   * @param was the case in which it was asked
   * @param under promise id there; null for a partner
   * @param link of whoever agreed, for a partner
   */
  Consult moved(String number, Case was, String under, String link) {
    Partner there = partner == null ? null : partner.agreedBy(link);
    return new Consult(
        number, under, question, messages, by, at, asked, there, answers, was.id() + "/" + id);
  }
}
