package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of a document are wanted.
 *
 * @param only these and no others; else all but these
 */
record Cut(Set<String> fields, boolean only) {
  private static final Cut NONE = new Cut(Set.of(), false);

  /** Empty when it asks for parts of fields, or for both kinds at once. */
  static Optional<Cut> of(Document projection) {
    if (projection.isEmpty()) {
      return Optional.of(NONE);
    }
    Set<String> fields = new HashSet<>(projection.keySet());
    boolean plain = fields.stream().noneMatch(name -> name.equals("_id") || name.contains("."));
    boolean all = projection.values().stream().allMatch(one -> one.equals(1));
    boolean none = projection.values().stream().allMatch(one -> one.equals(0));
    if (!plain || !(all || none)) {
      return Optional.empty();
    }
    if (all) {
      fields.add("_id");
    }
    return Optional.of(new Cut(fields, all));
  }

  boolean whole() {
    return fields.isEmpty();
  }

  boolean keeps(String field) {
    return fields.contains(field) == only;
  }
}
