package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.List;

/** Where acts of one kind are on record: the trail copies none of them. */
public interface Source {
  Subject subject();

  /** Newest first, those of {@link #subject()} only; by an index on time. */
  Future<List<Trace>> find(Query query, int limit);
}
