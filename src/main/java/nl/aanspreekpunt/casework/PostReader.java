package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * Who is proposed to read later mail to the address of somebody who leaves: whom somebody named
 * before, else who gets most of the work, the nearest colleague first; somebody who is there, now
 * and on the day.
 */
record PostReader(String leaves, Moment moment) {
  /** Official id. */
  String of(List<Departing.Item> items) {
    Directory directory = moment.directory();
    Optional<String> named =
        departure().map(Departure::successor).filter(who -> directory.here(who, moment.now()));
    return named.orElseGet(() -> fitting(items));
  }

  private String fitting(List<Departing.Item> items) {
    Map<String, Long> gets = new HashMap<>();
    items.forEach(item -> gets.merge(item.to(), 1L, Long::sum));
    Comparator<Official> most =
        Comparator.comparing((Official one) -> gets.getOrDefault(one.id(), 0L))
            .thenComparing(this::near)
            .reversed();
    return moment.directory().officials().stream()
        .filter(this::isThere)
        .filter(one -> gets.containsKey(one.id()) || near(one) > 0)
        .min(most)
        .map(Official::id)
        .orElseGet(this::actsInstead);
  }

  private Optional<Departure> departure() {
    return moment.directory().departures().stream()
        .filter(one -> one.official().equals(leaves))
        .findFirst();
  }

  private boolean isThere(Official one) {
    Instant day =
        departure().map(Departure::at).filter(moment.now()::isBefore).orElse(moment.now());
    return !one.id().equals(leaves)
        && moment.directory().here(one.id(), moment.now())
        && moment.directory().here(one.id(), day);
  }

  /** The same team, and the same topics there. */
  private long near(Official one) {
    return moment
        .directory()
        .official(leaves)
        .filter(gone -> gone.team().equals(one.team()))
        .map(gone -> 1 + gone.topics().stream().filter(one.topics()::contains).count())
        .orElse(0L);
  }

  private String actsInstead() {
    Instant now = moment.now();
    return moment.directory().actingFor(leaves, now, now, List.of(leaves)).id();
  }
}
