package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a feed changes about officials, a line for each field. */
final class FedDifferences {
  private FedDifferences() {}

  static List<DirectoryLine> between(List<Official> before, Definition after) {
    Map<String, Official> known = new LinkedHashMap<>();
    before.forEach(one -> known.put(one.id(), one));
    List<DirectoryLine> lines = new ArrayList<>();
    for (Official one : after.officials()) {
      Official was = known.get(one.id());
      if (!one.equals(was)) {
        Map<String, Object> old = was == null ? Map.of() : fields(was);
        fields(one)
            .forEach((field, value) -> differ(one.id(), field, old.get(field), value, lines));
      }
    }
    return lines;
  }

  private static void differ(
      String id, String field, Object was, Object becomes, List<DirectoryLine> lines) {
    Object before = was == null ? "" : was;
    if (!before.equals(becomes)) {
      String place = "officials[" + id + "]." + field;
      lines.add(new DirectoryLine.Differs(place, text(before), text(becomes)));
    }
  }

  private static String text(Object value) {
    return "".equals(value) ? null : value.toString();
  }

  private static Map<String, Object> fields(Official one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", one.name());
    fields.put("function", one.function());
    fields.put("team", one.team());
    fields.put("phone", Objects.toString(one.phone(), ""));
    fields.put("email", one.email());
    fields.put("address", one.address());
    fields.put("topics", String.join(", ", one.topics()));
    fields.put("neighbourhoods", String.join(", ", one.neighbourhoods()));
    fields.put("capacity", one.capacity());
    fields.put("cap", Objects.toString(one.sharing().cap(), ""));
    fields.put("share", Objects.toString(one.sharing().share(), ""));
    fields.put("languages", String.join(", ", one.sharing().languages()));
    fields.put("hours", OfficialsTable.hours(one.hours()));
    fields.put("roles", OfficialsTable.roles(one));
    fields.put("deputy", Objects.toString(one.deputy(), ""));
    return fields;
  }
}
