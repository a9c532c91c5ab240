package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.Set;

/**
 * A find as the hub asks for it, whose documents can be handed over as they stand: the library
 * would take each apart, copy it and put it together again.
 *
 * @param sort empty: in any order
 * @param limit 0: all
 * @param batch how many may be in the first answer; 0: all
 */
record Find(String collection, Document filter, Document sort, Cut cut, int limit, int batch) {
  private static final Set<String> KNOWN =
      Set.of(
          "find",
          "filter",
          "sort",
          "projection",
          "limit",
          "batchSize",
          "singleBatch",
          "$db",
          "lsid",
          "readConcern",
          "$readPreference",
          "$clusterTime");

  /** Empty when it is no find, or asks for more than this. */
  static Optional<Find> of(Document command) {
    if (!(command.get("find") instanceof String collection)
        || !KNOWN.containsAll(command.keySet())) {
      return Optional.empty();
    }
    int limit = number(command, "limit");
    int size = number(command, "batchSize");
    boolean single = Boolean.TRUE.equals(command.get("singleBatch"));
    int batch = single || limit == 1 ? 0 : size;
    return limit < 0 || size < 0 || (single && size > 0)
        ? Optional.empty()
        : Cut.of(part(command, "projection"))
            .map(
                cut ->
                    new Find(
                        collection,
                        part(command, "filter"),
                        part(command, "sort"),
                        cut,
                        limit,
                        batch));
  }

  private static Document part(Document command, String name) {
    return command.get(name) instanceof Document part ? part : new Document();
  }

  private static int number(Document command, String name) {
    return command.get(name) instanceof Number number ? number.intValue() : 0;
  }
}
