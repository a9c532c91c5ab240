package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * Edits of somebody of whom a feed speaks, as that feed would say them: in the file they would be
 * hidden under what it said before.
 */
final class FedEdits {
  private final Map<String, Object> becomes = new LinkedHashMap<>();
  private final String id;
  private final List<Mistake> mistakes = new ArrayList<>();

  private FedEdits(String id, List<Edit> edits) {
    this.id = id;
    for (Edit edit : edits) {
      List<String> steps = edit.place().steps();
      becomes.put(steps.get(steps.size() - 1), ((Edit.Put) edit).becomes());
    }
  }

  /**
   * @param edits of keys of this official; what is taken out is none any more
   */
  static Fed of(String id, List<Edit> edits) throws DirectoryRefused {
    FedEdits said = new FedEdits(id, edits);
    Fed fed = said.fed();
    if (!said.mistakes.isEmpty()) {
      throw DirectoryRefused.of(
          said.mistakes.stream().map(one -> one.place() + ": " + one.expected()).toList(),
          said.mistakes);
    }
    return fed;
  }

  private Fed fed() {
    return new Fed(
        id,
        needed("name"),
        needed("function"),
        needed("team"),
        phone(),
        email("email"),
        email("address"),
        list("topics"),
        list("neighbourhoods"),
        needed("capacity") == null ? null : number("capacity"),
        becomes.containsKey("deputy") ? text("deputy") : null,
        number("cap"),
        number("share"),
        list("languages"),
        hours(),
        roles());
  }

  private String text(String key) {
    return becomes.get(key) instanceof String text ? text : "";
  }

  /** Null when it stays. */
  private String needed(String key) {
    if (becomes.containsKey(key) && text(key).isEmpty()) {
      mistake(key, Mistake.What.MISSING, "", "a text is expected");
    }
    return becomes.containsKey(key) ? text(key) : null;
  }

  private String phone() {
    String said = text("phone");
    Optional<String> phone = Contact.phone(said);
    if (!said.isEmpty() && phone.isEmpty()) {
      mistake("phone", Mistake.What.PHONE, said, "a phone number is expected");
    }
    return becomes.containsKey("phone") ? phone.orElse("") : null;
  }

  private String email(String key) {
    String said = needed(key);
    if (said != null && !said.isEmpty() && Contact.email(said).isEmpty()) {
      mistake(key, Mistake.What.EMAIL, said, "an email address is expected");
    }
    return said == null ? null : Contact.email(said).orElse(said);
  }

  private List<String> list(String key) {
    if (!becomes.containsKey(key)) {
      return null;
    }
    return becomes.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private Integer number(String key) {
    String said = text(key);
    if (said.isEmpty()) {
      return becomes.containsKey(key) ? Fed.NONE : null;
    }
    if (!said.matches("\\d{1,6}")) {
      mistake(key, Mistake.What.NUMBER, "1–" + Sharing.MOST, "a whole number is expected");
      return null;
    }
    return Integer.valueOf(said);
  }

  private Map<String, String> hours() {
    if (!becomes.containsKey("hours")) {
      return null;
    }
    Map<String, String> hours = new LinkedHashMap<>();
    if (becomes.get("hours") instanceof String always) {
      mistake("hours", Mistake.What.HOURS, always, "days and their times are expected");
    }
    if (becomes.get("hours") instanceof Map<?, ?> days) {
      days.forEach((day, times) -> hours.put(String.valueOf(day), String.valueOf(times)));
      try {
        OpeningHours.parse(hours);
      } catch (IllegalArgumentException e) {
        mistake("hours", Mistake.What.HOURS, "", e.getMessage());
      }
    }
    return hours;
  }

  private List<Role> roles() {
    List<String> said = list("roles");
    return said == null
        ? null
        : said.stream()
            .flatMap(one -> Role.given(one).stream())
            .sorted()
            .collect(Collectors.toList());
  }

  private void mistake(String key, Mistake.What what, String value, String expected) {
    mistakes.add(new Mistake(Place.of("officials", id, key).toString(), what, value, expected));
  }
}
