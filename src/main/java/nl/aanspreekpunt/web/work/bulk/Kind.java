package nl.aanspreekpunt.web.work.bulk;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.web.work.Form;

/** What can be done in several questions at once, and the form that it is written in. */
public enum Kind {
  ANSWER("antwoord"),
  CLOSE("afsluiten"),
  NOTE("notitie"),
  TOPIC("onderwerp");

  private final String path;

  Kind(String path) {
    this.path = path;
  }

  static Kind of(BulkAct act) {
    return act instanceof BulkAct.Answer
        ? ANSWER
        : act instanceof BulkAct.Close ? CLOSE : act instanceof BulkAct.Note ? NOTE : TOPIC;
  }

  /** Where its form is. */
  public String path() {
    return BulkPage.PATH + "/" + path;
  }

  /** Key of a text about it. */
  public String key(String what) {
    return "bulk." + path + "." + what;
  }

  BulkAct act(Form form) {
    return switch (this) {
      case ANSWER ->
          new BulkAct.Answer(
              form.get("text"), form.orNull("english"), !form.get("closes").isEmpty());
      case CLOSE ->
          new BulkAct.Close(form.one("outcome", Outcome.values()), form.get("explanation"));
      case NOTE -> new BulkAct.Note(form.get("text"));
      case TOPIC -> new BulkAct.Topic(form.get("topic"), !form.get("stays").isEmpty());
    };
  }

  /** The form as it was filled in. */
  static Form form(BulkAct act) {
    Map<String, String> fields = new TreeMap<>();
    if (act instanceof BulkAct.Answer answer) {
      fields.put("text", answer.dutch());
      fields.put("english", answer.english() == null ? "" : answer.english());
      fields.put("closes", answer.closes() ? "ja" : "");
    } else if (act instanceof BulkAct.Close close) {
      fields.put("outcome", close.outcome().name());
      fields.put("explanation", close.explanation());
    } else if (act instanceof BulkAct.Note note) {
      fields.put("text", note.text());
    } else if (act instanceof BulkAct.Topic topic) {
      fields.put("topic", topic.topic());
      fields.put("stays", topic.stays() ? "ja" : "");
    }
    return new Form(fields);
  }
}
