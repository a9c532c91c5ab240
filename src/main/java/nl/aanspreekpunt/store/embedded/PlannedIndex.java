package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index that is never asked for a query: {@link Plan} says how a query narrows. It makes no
 * figures of its size, and no update of a document is refused for it.
 */
abstract class PlannedIndex extends Index<Object> {
  PlannedIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  /** The field of the document in which this one is. */
  static String root(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? field : field.substring(0, dot);
  }

  /** Empty when it does not narrow this query, nor gives its order. */
  abstract Optional<Plan> plan(Conditions conditions, Document orderBy);

  /** The fields of the document in which its own are. */
  abstract Set<String> roots();

  /** Whether a document's place may change with these fields of it. */
  final boolean concerns(Set<String> changed) {
    return !Collections.disjoint(roots(), changed);
  }

  @Override
  public final boolean canHandle(Document query) {
    return false;
  }

  @Override
  public final Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("Documents plans its own queries");
  }

  @Override
  public final long getDataSize() {
    return 0;
  }

  @Override
  public final void checkUpdate(
      Document before, Document after, MongoCollection<Object> collection) {}
}
