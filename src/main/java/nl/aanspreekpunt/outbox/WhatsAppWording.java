package nl.aanspreekpunt.outbox;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.whatsapp.Template;
import nl.aanspreekpunt.outbox.whatsapp.Templates;

/**
 * In which words something goes by WhatsApp: in our own while that is allowed, else in a template,
 * which says that there is news and where it stands.
 */
public sealed interface WhatsAppWording {
  /** A fact of a reply: the name of the template that its author chose. */
  String CHOSEN = "template";

  /** As its reader will see it. */
  String text();

  record Own(String text) implements WhatsAppWording {}

  /**
   * @param variables by number
   */
  record Approved(String text, String contentSid, Map<String, String> variables)
      implements WhatsAppWording {}

  /** None may go. */
  record None(Reason why) implements WhatsAppWording {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * In the template that its author chose, else in the first in its reader's language.
   *
   * @param said what stands in its places
   */
  static WhatsAppWording approved(
      Notice notice, Templates templates, Map<Template.Value, String> said) {
    Optional<Template> template = templates.choose(notice.facts().get(CHOSEN), notice.language());
    return template
        .flatMap(
            one ->
                one.in(notice.language())
                    .<WhatsAppWording>map(
                        it ->
                            new Approved(
                                one.filled(it, said), it.contentSid(), one.variables(said))))
        .orElseGet(() -> new None(Reason.WINDOW_CLOSED));
  }
}
