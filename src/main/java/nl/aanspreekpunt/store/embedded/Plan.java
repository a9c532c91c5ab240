package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * How a query narrows.
 *
 * @param weight how much; the heaviest is taken
 * @param sorted the positions come in the order that was asked
 * @param exact everything at the positions matches: no document needs to be looked at for that
 */
record Plan(int weight, boolean sorted, boolean exact, Stream<Object> positions) {
  /** The best one; empty when only a scan is left. */
  static Optional<Plan> best(
      Conditions conditions,
      Document orderBy,
      MVMap<Object, byte[]> documents,
      List<PlannedIndex> indexes) {
    Optional<List<Object>> ids = conditions.equal("_id");
    if (ids.isPresent()) {
      Stream<Object> named = ids.get().stream().map(Documents::normalized).distinct();
      return Optional.of(new Plan(Integer.MAX_VALUE, false, false, named));
    }
    return indexes.stream()
        .flatMap(index -> index.plan(conditions, orderBy).stream())
        .max(Comparator.comparingInt(Plan::weight));
  }
}
