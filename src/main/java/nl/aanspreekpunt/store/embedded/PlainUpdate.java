package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An update of one document that is named by its id and is as it was seen, and of which whole
 * fields change. What asks for more is the library's.
 *
 * @param seen what the document is to hold, each a single value; its id among them
 * @param update a whole document, or {@code $set} and {@code $unset} of fields that are no paths
 */
record PlainUpdate(Map<String, Object> seen, Document update) {
  private static final Set<String> OPERATORS = Set.of("$set", "$unset");

  static Optional<PlainUpdate> of(Document selector, Document update) {
    Map<String, Object> seen = new TreeMap<>();
    boolean plain =
        put(selector, seen) && seen.containsKey("_id") && isPlain(update, seen.get("_id"));
    return plain ? Optional.of(new PlainUpdate(seen, update)) : Optional.empty();
  }

  /** False when more is asked than that fields are some value. */
  private static boolean put(Document selector, Map<String, Object> seen) {
    return selector.entrySet().stream().allMatch(one -> put(one.getKey(), one.getValue(), seen));
  }

  private static boolean put(String field, Object value, Map<String, Object> seen) {
    if (field.equals("$and")) {
      return ((Collection<?>) value).stream().allMatch(part -> put((Document) part, seen));
    }
    return isField(field) && Conditions.plain(value) && seen.putIfAbsent(field, value) == null;
  }

  private static boolean isField(String name) {
    return !name.startsWith("$") && name.indexOf('.') < 0;
  }

  private static boolean isPlain(Document update, Object id) {
    if (id.equals(update.get("_id"))) {
      return update.keySet().stream().noneMatch(field -> field.startsWith("$"));
    }
    Set<String> changed = new HashSet<>();
    return !update.isEmpty()
        && OPERATORS.containsAll(update.keySet())
        && update.values().stream()
            .flatMap(fields -> ((Document) fields).keySet().stream())
            .allMatch(field -> isField(field) && !field.equals("_id") && changed.add(field));
  }

  Object id() {
    return seen.get("_id");
  }

  /** Whether it is certainly what was asked for; equal numbers of two types may be so as well. */
  boolean finds(Document document) {
    return seen.entrySet().stream()
        .allMatch(one -> one.getValue().equals(document.get(one.getKey())));
  }

  boolean whole() {
    return update.containsKey("_id");
  }

  /** The fields that change, when it is no whole document. */
  Set<String> changed() {
    Set<String> changed = new HashSet<>(set().keySet());
    changed.addAll(unset());
    return changed;
  }

  Document set() {
    return update.get("$set") instanceof Document set ? set : new Document();
  }

  Set<String> unset() {
    return update.get("$unset") instanceof Document unset ? unset.keySet() : Set.of();
  }

  /** What stands in its place afterwards; the document itself stays as it is. */
  Document of(Document before) {
    if (whole()) {
      return update;
    }
    Document after = new Document(before);
    after.putAll(set());
    unset().forEach(after::remove);
    return after;
  }
}
