package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * The days and hours that somebody works, as they or their coordinator stated them: over what the
 * file says.
 *
 * @param official official id
 * @param hours as {@link OpeningHours#parse} reads them
 * @param by official id, or "hub"
 */
public record WorkDays(String official, Map<String, String> hours, String by, Instant at) {
  public WorkDays {
    hours = Map.copyOf(hours);
  }

  /**
   * @throws IllegalArgumentException with one line for people
   */
  OpeningHours read() {
    return OpeningHours.parse(hours);
  }

  /** The next version of the directory; empty when they work so already. */
  Optional<StoredDirectory> over(DirectoryCopy copy) throws DirectoryRefused {
    Official one =
        copy.snapshot()
            .official(official)
            .filter(known -> copy.snapshot().employed(official, at))
            .orElseThrow(() -> new DirectoryRefused("'" + official + "' does not work here."));
    OpeningHours wanted = wanted();
    if (wanted.equals(one.hours())) {
      return Optional.empty();
    }
    StoredDirectory stored = copy.stored();
    List<WorkDays> all = new ArrayList<>(stored.facts().days());
    all.removeIf(known -> known.official().equals(official));
    all.add(this);
    String was = one.hours() == null ? null : one.hours().written().toString();
    DirectoryLine line =
        new DirectoryLine.Differs(
            "officials[" + official + "].hours", was, wanted.written().toString());
    DirectoryChange change =
        DirectoryChange.of(stored.version() + 1, at, by, DirectoryChange.What.DAYS, List.of(line));
    return Optional.of(stored.next(stored.yaml(), stored.facts().withDays(all), change));
  }

  private OpeningHours wanted() throws DirectoryRefused {
    try {
      return read();
    } catch (IllegalArgumentException e) {
      throw new DirectoryRefused(e.getMessage());
    }
  }
}
