package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;

/**
 * Destroys a reason before its entry is, as when a citizen's name is in it. That somebody did so is
 * on the trail first.
 */
public record Untelling(Trail trail, Entries entries, Cases cases, Clock clock) {
  /**
   * False when there is no such reason, or when its case is kept from who asks.
   *
   * @param key of the entry
   * @param by official id
   */
  public Future<Boolean> untell(String key, String by) {
    return entries
        .find(Subject.READING, null, key, key + "!", 1)
        .map(found -> found.stream().filter(one -> one.kind().ofCase() && told(one)).findFirst())
        .compose(found -> open(found, by))
        .compose(
            found -> found.isPresent() ? untell(found.get(), by) : Future.succeededFuture(false));
  }

  private static boolean told(Entry one) {
    return one.detail() != null;
  }

  private Future<Optional<Entry>> open(Optional<Entry> found, String by) {
    return found.isEmpty()
        ? Future.succeededFuture(found)
        : cases
            .find(found.get().about())
            .map(one -> found.filter(is -> one.filter(it -> it.barred().contains(by)).isEmpty()));
  }

  private Future<Boolean> untell(Entry entry, String by) {
    Deed deed = Deed.of("untold/" + entry.key(), clock.instant(), by, Kind.REASON_DESTROYED);
    return trail.record(deed.about(entry.about())).compose(said -> entries.untold(entry.id()));
  }
}
