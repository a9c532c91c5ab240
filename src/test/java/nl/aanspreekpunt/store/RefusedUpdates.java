package nl.aanspreekpunt.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a MongoDB 4.4 refuses of a document or an update, though the embedded database takes it: see
 * "Update Operators" and "Field Names" in its manual.
 */
final class RefusedUpdates {
  private static final Set<String> MODIFIERS = Set.of("$each", "$slice", "$position", "$sort");
  private static final Set<String> TO_LISTS = Set.of("$push", "$addToSet");

  private RefusedUpdates() {}

  /** Of an update with operators, or of the document that replaces another. */
  static List<String> in(BsonDocument change) {
    List<String> refused = new ArrayList<>();
    if (change.isEmpty() || !change.getFirstKey().startsWith("$")) {
      names(change, refused);
      return refused;
    }
    Map<String, String> paths = new TreeMap<>();
    change.forEach(
        (operator, fields) -> {
          if (fields.asDocument().isEmpty()) {
            refused.add("an empty " + operator);
          }
          fields
              .asDocument()
              .forEach(
                  (path, value) -> {
                    path(path, operator, paths, refused);
                    value(operator, value, refused);
                  });
        });
    return refused;
  }

  /** Names of fields at any depth of what is stored. */
  static void names(BsonValue value, List<String> refused) {
    if (value.isArray()) {
      value.asArray().forEach(element -> names(element, refused));
    } else if (value.isDocument()) {
      value
          .asDocument()
          .forEach(
              (name, inner) -> {
                if (name.isEmpty() || name.contains(".") || name.startsWith("$")) {
                  refused.add("a field named \"" + name + "\"");
                }
                names(inner, refused);
              });
    }
  }

  /** Two changes of one place, or of a place within another, conflict. */
  private static void path(
      String path, String operator, Map<String, String> paths, List<String> refused) {
    for (String part : path.split("\\.", -1)) {
      if (part.isEmpty() || part.startsWith("$")) {
        refused.add("the path \"" + path + "\"");
      }
    }
    paths.keySet().stream()
        .filter(other -> within(other, path) || within(path, other))
        .forEach(other -> refused.add(operator + " of " + path + " beside one of " + other));
    paths.put(path, operator);
  }

  private static boolean within(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  private static void value(String operator, BsonValue value, List<String> refused) {
    boolean modified =
        TO_LISTS.contains(operator)
            && value.isDocument()
            && value.asDocument().keySet().stream().anyMatch(name -> name.startsWith("$"));
    if (!modified) {
      names(value, refused);
      return;
    }
    for (Map.Entry<String, BsonValue> modifier : value.asDocument().entrySet()) {
      if (!MODIFIERS.contains(modifier.getKey())) {
        refused.add(operator + " with " + modifier.getKey());
      }
      names(modifier.getValue(), refused);
    }
    if (!value.asDocument().containsKey("$each")) {
      refused.add(operator + " without $each");
    }
  }
}
