package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * What somebody filled in of a person of whom a feed speaks, each as they had seen it. Of two who
 * change the same, the second is told what it is now, as with {@link Edit}s of the file.
 *
 * @param edits of keys of this official, as {@link #value} shows them
 */
public record FedForm(String id, List<Edit> edits) {
  public FedForm {
    edits = List.copyOf(edits);
  }

  /** As the file would say it: a text, a list or a map; null: nothing. */
  public static Object value(Official one, String key) {
    Object value =
        switch (key) {
          case "name" -> one.name();
          case "function" -> one.function();
          case "team" -> one.team();
          case "email" -> one.email();
          case "address" -> one.address();
          case "phone" -> one.phone();
          case "rings" -> one.rings();
          case "topics" -> one.topics();
          case "neighbourhoods" -> one.neighbourhoods();
          case "capacity" -> String.valueOf(one.capacity());
          case "cap" -> number(one.sharing().cap());
          case "share" -> number(one.sharing().share());
          case "deputy" -> one.deputy();
          case "roles" ->
              one.roles().stream()
                  .map(role -> role.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .toList();
          case "hours" -> hours(one.hours());
          case "languages" -> one.sharing().languages();
          default -> throw new IllegalArgumentException(key);
        };
    return Values.nothing(value) ? null : value;
  }

  private static String number(Integer count) {
    return count == null ? null : count.toString();
  }

  private static Object hours(OpeningHours hours) {
    return hours == null ? null : hours.always() ? "always" : hours.written();
  }

  /** As their feed would say it, on top of what they are now. */
  Fed over(Official now) throws DirectoryRefused {
    List<Clash> clashes = new ArrayList<>();
    for (Edit edit : edits) {
      List<String> steps = edit.place().steps();
      Object is = value(now, steps.get(steps.size() - 1));
      if (!Values.same(is, edit.was()) && !Values.same(is, ((Edit.Put) edit).becomes())) {
        clashes.add(new Clash(edit.place(), edit.was(), is));
      }
    }
    if (!clashes.isEmpty()) {
      throw DirectoryRefused.clashing(clashes);
    }
    return FedEdits.of(id, edits);
  }
}
