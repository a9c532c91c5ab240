package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The driver counts by an aggregation, which mongo-java-server runs over every document; asked as a
 * count it goes through the index.
 */
final class Counting {
  private static final Set<String> STAGES = Set.of("$match", "$skip", "$limit", "$group");
  private static final Document GROUP = new Document("_id", 1).append("n", new Document("$sum", 1));

  private Counting() {}

  /** The same question as a count; empty when it is another one. */
  static Optional<Document> command(Document query) {
    if (!(query.get("pipeline") instanceof Collection<?> stages)) {
      return Optional.empty();
    }
    Document all = new Document();
    List<String> names = new ArrayList<>();
    for (Object stage : stages) {
      all.putAll((Document) stage);
      names.addAll(((Document) stage).keySet());
    }
    boolean counts =
        names.size() == all.size() && STAGES.containsAll(names) && GROUP.equals(all.get("$group"));
    if (!counts) {
      return Optional.empty();
    }
    Document count =
        new Document("count", query.get("aggregate")).append("query", all.get("$match"));
    count.putIfNotNull("skip", all.get("$skip"));
    count.putIfNotNull("limit", all.get("$limit"));
    return Optional.of(count);
  }

  static Document answer(Document counted, String namespace) {
    Object n = counted.get("n");
    List<Document> found =
        n instanceof Integer number && number > 0
            ? List.of(new Document("_id", 1).append("n", n))
            : List.of();
    Document cursor =
        new Document("id", 0L).append("ns", namespace).append("firstBatch", new ArrayList<>(found));
    return new Document("cursor", cursor).append("ok", 1.0);
  }
}
