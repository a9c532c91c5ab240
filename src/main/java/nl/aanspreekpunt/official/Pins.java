package nl.aanspreekpunt.official;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that people pin and take back: what a change of them makes of a directory. Pure. */
final class Pins {
  private static final int MOST = 200;

  /** What ended longer ago stands in the history only. */
  private static final Duration REMEMBERED = Duration.ofDays(366);

  private Pins() {}

  static Optional<StoredDirectory> pinned(DirectoryCopy copy, Pin pin, Instant now)
      throws DirectoryRefused {
    check(copy, pin, now);
    List<Pin> all = copy.stored().facts().pins();
    if (all.stream().anyMatch(known -> known.stands(now) && known.saysNoMore(pin))) {
      return Optional.empty();
    }
    List<Pin> pins = new ArrayList<>(all);
    pins.removeIf(old -> !old.stands(now.minus(REMEMBERED)) || longRevoked(old, now));
    if (pins.stream().filter(one -> one.stands(now)).count() >= MOST) {
      throw new DirectoryRefused("There are " + MOST + " pinned rules; revoke one first.");
    }
    Pin made = pin.numbered(copy.stored().version() + 1);
    pins.add(made);
    return Optional.of(
        next(copy, pins, pin.by(), now, DirectoryChange.What.PINNED, line(made, false)));
  }

  private static void check(DirectoryCopy copy, Pin pin, Instant now) throws DirectoryRefused {
    if (!copy.snapshot().employed(pin.official(), now)) {
      throw new DirectoryRefused(
          "'" + pin.official() + "' does not work here; the id of an official is expected.");
    }
    if (pin.topic() == null
        && pin.neighbourhood() == null
        && pin.organisation() == null
        && pin.word() == null) {
      throw new DirectoryRefused("A topic, neighbourhood, organisation or word is expected.");
    }
    if (pin.until() != null && !pin.until().isAfter(pin.from())) {
      throw new DirectoryRefused("A pinned rule cannot end before it begins.");
    }
  }

  private static boolean longRevoked(Pin pin, Instant now) {
    return pin.revoked() != null && pin.revoked().at().isBefore(now.minus(REMEMBERED));
  }

  static Optional<StoredDirectory> revoked(
      DirectoryCopy copy, String id, String by, String reason, Instant now) {
    List<Pin> pins = new ArrayList<>(copy.stored().facts().pins());
    Optional<Pin> known =
        pins.stream().filter(one -> one.id().equals(id) && one.revoked() == null).findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Pin revoked = known.get().revoked(now, by, reason);
    pins.set(pins.indexOf(known.get()), revoked);
    return Optional.of(
        next(copy, pins, by, now, DirectoryChange.What.UNPINNED, line(revoked, true)));
  }

  private static DirectoryLine line(Pin pin, boolean revoked) {
    return new DirectoryLine.Pinned(pin.id(), pin.official(), pin.not(), revoked);
  }

  private static StoredDirectory next(
      DirectoryCopy copy,
      List<Pin> pins,
      String by,
      Instant now,
      DirectoryChange.What what,
      DirectoryLine line) {
    long version = copy.stored().version() + 1;
    return copy.stored()
        .next(
            copy.stored().yaml(),
            copy.stored().facts().withPins(pins),
            DirectoryChange.of(version, now, by, what, List.of(line)));
  }
}
