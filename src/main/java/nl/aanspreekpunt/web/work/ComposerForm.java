package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.atwork.DraftReply;

/** The form in which an answer is written, and the draft that is kept of it. */
final class ComposerForm {
  /** The page that it was typed on. */
  static final String PAGE = "blad";

  /** Version of the draft that the page showed. */
  static final String BASE = "conceptversie";

  /** The last answer that the page showed. */
  static final String ANSWERED = "beantwoord";

  private static final List<String> TICKED = List.of("keeps-", "promised-", WhatsAppView.TEMPLATE);

  private ComposerForm() {}

  /** With what its page showed, as it stands now. */
  static Form of(DraftReply draft, String answered) {
    Map<String, String> fields = new TreeMap<>(of(draft).fields());
    fields.put(ANSWERED, answered);
    if (draft.seen() != null) {
      fields.put("seen", draft.seen());
    }
    return new Form(fields);
  }

  static Form of(DraftReply draft) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("text", draft.text());
    if (draft.link() != null) {
      fields.put("link", draft.link());
    }
    for (String one : draft.ticked()) {
      String[] pair = one.split("=", 2);
      if (pair.length == 2) {
        fields.put(pair[0], pair[1]);
      }
    }
    return new Form(fields);
  }

  static DraftReply draft(Form form, Case one, String by, Instant now) {
    List<String> ticked =
        form.fields().entrySet().stream()
            .filter(field -> TICKED.stream().anyMatch(field.getKey()::startsWith))
            .map(field -> field.getKey() + "=" + field.getValue())
            .toList();
    return DraftReply.typed(
        one.id(),
        by,
        form.get("text"),
        form.orNull("link"),
        ticked,
        form.orNull("seen"),
        form.get(ANSWERED),
        page(form),
        now);
  }

  /** Null when it does not say so. */
  static String page(Form form) {
    String page = form.get(PAGE);
    return page.matches("[\\w-]{22}") ? page : null;
  }

  static long base(Form form) {
    String base = form.get(BASE);
    return base.matches("\\d{1,15}") ? Long.parseLong(base) : 0;
  }
}
