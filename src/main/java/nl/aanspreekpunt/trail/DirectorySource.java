package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.official.Directories;

/** The directory's own history. */
record DirectorySource(Directories directories) implements Source {
  @Override
  public Subject subject() {
    return Subject.SETTING;
  }

  @Override
  public Future<List<Trace>> find(Query query, int limit) {
    return directories
        .changes(query.by(), query.from(), query.endsAt(), limit + OF_ONE_MOMENT)
        .map(found -> Source.before(query, found.stream().map(Trace.OfDirectory::new), limit));
  }
}
