package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Where the messages of a case belong, and what it is about.
 *
 * @param why it is where it is, in words
 * @param uncertain a named person is to say so
 * @param suggested number of the case it may belong to; null if none
 * @param goesOn number of the case it was joined to, where its messages are; null if it was not
 * @param messages that are here: receipt id, and when and how it begins
 * @param stretch which page of older events they are of, from 0; -1: the latest
 * @param older the page before that one; -1 when there is none
 * @param joined numbers of the cases whose messages came here
 * @param ownToPutBack what was said of an uncertain match can be put back
 * @param topicToPutBack the topic it had before that was corrected, in words; null: it was not
 */
public record PlacingPage(
    Frame frame,
    String number,
    String subject,
    String why,
    boolean uncertain,
    String suggested,
    String goesOn,
    List<Choice> messages,
    int stretch,
    int older,
    List<Choice> topics,
    List<Choice> others,
    List<String> joined,
    boolean ownToPutBack,
    String topicToPutBack,
    Form form,
    List<FieldError> errors,
    String problem)
    implements Page {
  @Override
  public String template() {
    return "work/placing.jte";
  }

  public String path() {
    return "/werk/vragen/" + number + "/plaats";
  }

  /** Shows, and takes, the same messages again. */
  public String here() {
    return stretch < 0 ? path() : path() + "?ouder=" + stretch;
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
