package nl.aanspreekpunt.inbox.email;

import java.util.Locale;
import java.util.Optional;

/**
 * What the filter in front of the hub says of a mail: SpamAssassin's and rspamd's fields, a result
 * of a spam method in Authentication-Results, or a field of another filter. Only a mark counts; a
 * sender who writes that their mail is none is not asked.
 *
 * @param field name and value of another filter's own, such as {@code X-Oordeel: spam}; null: none
 */
public record SpamMarks(String field) {

  /** What marks it; null when nothing does. */
  String in(HeaderFields headers, Trust trust) {
    return headers.fields().stream()
        .flatMap(one -> mark(one, trust).stream())
        .findFirst()
        .orElse(null);
  }

  private Optional<String> mark(HeaderFields.Field one, Trust trust) {
    String value = one.value().strip().toLowerCase(Locale.ROOT);
    boolean says =
        switch (one.name()) {
          case "x-spam-flag", "x-spam", "x-spam-status" ->
              value.startsWith("yes") || value.startsWith("true");
          case "authentication-results" -> found(one.value(), trust);
          default -> own(one.name(), value);
        };
    return says ? Optional.of(one.name()) : Optional.empty();
  }

  /** As "x-spam=fail" or "spam=yes" by a server that we trust. */
  private static boolean found(String value, Trust trust) {
    return Authentication.of(value, trust).stream()
        .anyMatch(
            one ->
                one.method().endsWith("spam")
                    && (one.result().equals("fail")
                        || one.result().equals("yes")
                        || one.result().equals("spam")));
  }

  private boolean own(String name, String value) {
    int colon = field == null ? -1 : field.indexOf(':');
    return colon > 0
        && name.equalsIgnoreCase(field.substring(0, colon).strip())
        && value.startsWith(field.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
  }
}
