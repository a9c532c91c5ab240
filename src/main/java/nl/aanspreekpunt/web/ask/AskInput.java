package nl.aanspreekpunt.web.ask;

import io.vertx.core.MultiMap;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Wording;

/**
 * The form as it was typed, so that it can be shown again as it was.
 *
 * @param topic topic id, {@link #COMPLAINT}, or empty for "I do not know"
 * @param legal what it is to the law, one of {@link nl.aanspreekpunt.promise.LegalClass#SAID}, or
 *     empty for a question
 * @param answer how they want to be answered: "email", "sms", or empty
 * @param nonce tells this form from the next
 */
public record AskInput(
    String text,
    String topic,
    String legal,
    String concerned,
    String neighbourhood,
    String name,
    String email,
    String phone,
    String answer,
    boolean callback,
    String callbackPhone,
    String preferred,
    String trap,
    String nonce) {
  /** What somebody chooses who is unhappy about an official. */
  public static final String COMPLAINT = "klacht";

  /** As a choice beside topics, or beside what a later message can be. */
  public static Choice complaint(String chosen, Wording words) {
    return new Choice(COMPLAINT, words.say("ask.topic.complaint"), COMPLAINT.equals(chosen));
  }

  static AskInput empty(String nonce) {
    return new AskInput("", "", "", "", "", "", "", "", "", false, "", "", "", nonce);
  }

  static AskInput of(MultiMap form, Wording words) {
    return new AskInput(
        field(form, "text"),
        field(form, "topic"),
        field(form, "class"),
        field(form, "concerned"),
        field(form, "neighbourhood"),
        field(form, "name"),
        field(form, "email"),
        field(form, "phone"),
        field(form, "answer"),
        form.contains("callback"),
        field(form, "callbackPhone"),
        TimeChoice.said(name -> field(form, name), words),
        field(form, "website"),
        field(form, "nonce"));
  }

  private static String field(MultiMap form, String name) {
    String value = form.get(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }

  public boolean complaint() {
    return topic.equals(COMPLAINT);
  }
}
