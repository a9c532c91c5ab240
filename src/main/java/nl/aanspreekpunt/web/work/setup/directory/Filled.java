package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Clash;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;

/** A form with what somebody typed in it, beside what they had seen. */
record Filled(List<Field> fields, Form form) {
  static Filled fresh(Subject subject, Seen seen, String id) {
    List<Field> fields = subject.fields(seen, id);
    Map<String, String> filled = new HashMap<>();
    fields.forEach(field -> field.fill(subject.value(seen, id, field), filled));
    return new Filled(fields, new Form(filled));
  }

  /** What cannot be read, in words; empty when all of it can. */
  List<FieldError> unreadable(Wording words) {
    List<FieldError> errors = new ArrayList<>();
    for (Field field : cells()) {
      try {
        field.edit(form);
        if (field.required() && field.typed(form).isBlank()) {
          errors.add(new FieldError(field.name(), words.say("gids.mistake.MISSING")));
        }
      } catch (IllegalArgumentException e) {
        errors.add(new FieldError(field.name(), words.say(e.getMessage())));
      }
    }
    return errors;
  }

  /** The fields, and those in each of their rows before them. */
  private List<Field> cells() {
    List<Field> all = new ArrayList<>();
    for (Field field : fields) {
      if (field.codec() instanceof Rows rows) {
        for (int i = 0; i < rows.size(field.name(), form); i++) {
          String row = Rows.cell(field.name(), i, "");
          rows.columns().forEach(column -> all.add(column.named(row)));
        }
      }
      all.add(field);
    }
    return all;
  }

  /** After a row was added, taken out or moved. */
  Filled acted(RowAct act) {
    Form acted = form;
    for (Field field : fields) {
      if (field.codec() instanceof Rows rows && field.name().equals(act.field())) {
        acted = rows.acted(field.name(), form, act);
      }
    }
    return new Filled(fields, acted);
  }

  /** What would stand there; what stands there now when that cannot be read. */
  Object value(String name) {
    Field field = fields.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Object was = field.was(form);
    try {
      return field.codec().value(field.typed(form), was);
    } catch (IllegalArgumentException e) {
      return was;
    }
  }

  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (Field field : fields) {
      Edit edit = field.edit(form);
      if (edit != null) {
        edits.add(edit);
      }
    }
    return edits;
  }

  /** As it was typed, by who now has seen what others changed meanwhile. */
  Filled having(List<Clash> clashes) {
    Form seen = form;
    for (Clash clash : clashes) {
      for (Field field : fields) {
        if (field.place().equals(clash.place())) {
          Map.Entry<String, String> was = field.seenNow(clash.is());
          seen = seen.with(was.getKey(), was.getValue());
        }
      }
    }
    return new Filled(fields, seen);
  }
}
