package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * When somebody works other days, their open work is looked into: whose concern it is, and when
 * that changes next. Each node does so for what it has not seen; to do it again changes nothing.
 */
final class WorkingDays {
  private final Cases cases;
  private final OpenWork work;
  private final Casework casework;
  private final Directories directories;
  private final Clock clock;
  private volatile long known = -1;
  private volatile Map<String, OpeningHours> seen = Map.of();

  WorkingDays(Cases cases, Casework casework, Directories directories, Clock clock) {
    this.cases = cases;
    this.work = new OpenWork(cases, casework);
    this.casework = casework;
    this.directories = directories;
    this.clock = clock;
  }

  /** Looks at whose hours the directory now says something else about; a node's first time: all. */
  Future<Void> learn() {
    Directory directory = directories.current();
    if (directory.version() == known) {
      return Future.succeededFuture();
    }
    Map<String, OpeningHours> own = own(directory);
    List<String> changed = new ArrayList<>(own.keySet());
    seen.keySet().stream().filter(one -> !own.containsKey(one)).forEach(changed::add);
    changed.removeIf(one -> Objects.equals(own.get(one), seen.get(one)));
    Future<Void> done = Future.succeededFuture();
    for (String official : changed) {
      done = done.compose(next -> again(official));
    }
    return done.onSuccess(
        all -> {
          seen = own;
          known = directory.version();
        });
  }

  private static Map<String, OpeningHours> own(Directory directory) {
    Map<String, OpeningHours> own = new HashMap<>();
    for (Official one : directory.officials()) {
      if (one.hours() != null) {
        own.put(one.id(), one.hours());
      }
    }
    return own;
  }

  private Future<Void> again(String official) {
    return work.acted(official, Minding::again)
        .compose(acted -> work.asked(official))
        .compose(asked -> work.minded(official))
        .compose(minded -> work.of(official))
        .compose(
            open -> {
              Future<Void> done = Future.succeededFuture();
              for (Case one : open) {
                done = done.compose(next -> again(one));
              }
              return done;
            });
  }

  private Future<Void> again(Case one) {
    return Future.succeededFuture()
        .compose(now -> casework.again(one.id()))
        .recover(why -> cases.setAside(one.id(), clock.instant(), why));
  }
}
