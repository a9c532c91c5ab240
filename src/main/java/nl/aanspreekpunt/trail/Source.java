package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where acts of one kind are on record: the trail copies none of them. */
public interface Source {
  /** What is found by moment may hold some of the moment at which the page before ended. */
  int OF_ONE_MOMENT = 20;

  Subject subject();

  /** Newest first, those of {@link #subject()} only; by an index on time. */
  Future<List<Trace>> find(Query query, int limit);

  /** Those of them that the query asks for. */
  static List<Trace> before(Query query, Stream<? extends Trace> found, int limit) {
    String end = query.end();
    return found
        .<Trace>map(one -> one)
        .filter(one -> one.key().compareTo(end) < 0)
        .sorted(Comparator.comparing(Trace::key).reversed())
        .limit(limit)
        .toList();
  }
}
