package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.Directories;

/** The directory's own history. */
public record DirectorySource(Directories directories) implements Source {
  /** Changes of one moment that a page may have shown already. */
  private static final int OF_ONE_MOMENT = 20;

  @Override
  public Subject subject() {
    return Subject.SETTING;
  }

  @Override
  public Future<List<Trace>> find(Query query, int limit) {
    String end = query.end();
    Instant until = Instant.ofEpochMilli(Long.parseLong(end.substring(0, 15)) + 1);
    return directories
        .changes(query.by(), query.from(), until, limit + OF_ONE_MOMENT)
        .map(
            found ->
                found.stream()
                    .<Trace>map(Trace.OfDirectory::new)
                    .filter(one -> one.key().compareTo(end) < 0)
                    .limit(limit)
                    .toList());
  }
}
