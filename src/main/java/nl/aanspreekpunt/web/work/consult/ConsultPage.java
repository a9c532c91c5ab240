package nl.aanspreekpunt.web.work.consult;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * What colleagues and partners were asked in a case: all of it for who may act in it, for whoever
 * was asked what they were asked.
 *
 * @param acts whether its reader may act in the case
 * @param ask null when nothing can be asked by this reader, or now
 * @param partner the same, of an outside partner
 * @param problem why nothing could be done; null if nothing is wrong
 */
public record ConsultPage(
    Frame frame,
    String number,
    String subject,
    boolean acts,
    List<Item> items,
    Ask ask,
    PartnerAsk partner,
    List<FieldError> errors,
    String problem)
    implements Page {
  static final String PATH = "/werk/vragen/:number/ruggespraak";

  /**
   * @param id of the consult
   * @param state how it is with it, in words
   * @param consent how the citizen agreed to sharing it; null for a colleague
   * @param colleagues to whom it can be passed; empty when its reader cannot
   */
  public record Item(
      String id,
      String question,
      String head,
      String state,
      boolean late,
      String consent,
      List<Message> messages,
      List<Said> answers,
      boolean answer,
      String typed,
      List<Choice> colleagues,
      boolean withdraw) {}

  /** What the citizen wrote. */
  public record Message(Instant at, String text) {}

  public record Said(String who, Instant at, String text) {}

  /**
   * @param messages what can be shown with it: receipt ids and their first words
   * @param knows who may know: official ids and why
   * @param all every other colleague
   */
  public record Ask(
      String question,
      List<Choice> messages,
      List<Choice> knows,
      List<Choice> all,
      List<Choice> topics,
      List<Choice> languages) {}

  /**
   * @param citizens who takes part and may have agreed
   * @param how how they did
   */
  public record PartnerAsk(
      String organisation,
      String name,
      String email,
      String question,
      String on,
      List<Choice> messages,
      List<Choice> citizens,
      List<Choice> how) {}

  public String path(String act) {
    return "/werk/vragen/" + number + "/ruggespraak/" + act;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  @Override
  public String template() {
    return "work/consult.jte";
  }
}
