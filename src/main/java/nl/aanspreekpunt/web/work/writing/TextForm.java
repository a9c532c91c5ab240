package nl.aanspreekpunt.web.work.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;

/** The form of a standard text. */
record TextForm(Form form) {
  static Form of(StandardText.Version text) {
    Map<String, String> fields = new HashMap<>();
    fields.put("title", text.title());
    fields.put("dutch", text.dutch() == null ? "" : text.dutch());
    fields.put("english", text.english() == null ? "" : text.english());
    return new Form(fields);
  }

  StandardText.Version version(Instant now, String by) {
    return new StandardText.Version(
        form.get("title"), form.orNull("dutch"), form.orNull("english"), now, by);
  }

  /** What is to be mended; empty when nothing is. */
  List<FieldError> wrong(Wording words) {
    List<FieldError> all = new ArrayList<>();
    String title = form.get("title");
    if (title.isEmpty() || title.length() > StandardText.LONGEST_TITLE) {
      all.add(new FieldError("title", words.say("texts.title.needed", StandardText.LONGEST_TITLE)));
    }
    if (form.get("dutch").isEmpty() && form.get("english").isEmpty()) {
      all.add(new FieldError("dutch", words.say("texts.words.needed")));
    }
    for (String field : List.of("dutch", "english")) {
      List<String> unknown = Placeholders.unknown(form.get(field));
      if (!unknown.isEmpty()) {
        String said = String.join(", ", unknown.stream().distinct().limit(5).toList());
        all.add(new FieldError(field, words.say("texts.unknown", said, known(words))));
      } else if (form.get(field).length() > StandardText.LONGEST) {
        all.add(new FieldError(field, words.say("texts.long", StandardText.LONGEST)));
      }
    }
    return all;
  }

  /** All that can be filled in, as they are typed. */
  static String known(Wording words) {
    List<String> all = new ArrayList<>();
    for (Placeholders one : Placeholders.values()) {
      all.add("{" + one.in(words.language()) + "}");
    }
    return String.join(" ", all);
  }
}
