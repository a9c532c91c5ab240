package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.casework.Reassignments;

/** Work of many cases that was given to others; of one case its own events say so. */
record WorkSource(Reassignments reassignments) implements Source {
  @Override
  public Subject subject() {
    return Subject.SETTING;
  }

  @Override
  public Future<List<Trace>> find(Query query, int limit) {
    return reassignments
        .begun(query.by(), query.from(), query.endsAt(), limit + OF_ONE_MOMENT)
        .map(found -> Source.before(query, found.stream().map(Trace.OfWork::new), limit));
  }
}
