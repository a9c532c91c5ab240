package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who would no longer stand in another file, and what must not come of that. Pure.
 *
 * @param of the directory in use
 */
record Leaving(DirectoryCopy of, Definition wanted, DirectorySettings settings) {
  /** All who left, then. */
  List<Former> former(Instant now) throws DirectoryRefused {
    List<Former> former = gone(now);
    addressesOfFormer(former);
    addressesOfBefore();
    anAdministratorStays(now);
    return former;
  }

  private List<Former> gone(Instant now) throws DirectoryRefused {
    Set<String> staying = wanted.officials().stream().map(Official::id).collect(Collectors.toSet());
    List<Former> former = new ArrayList<>(of.stored().facts().former());
    former.removeIf(person -> staying.contains(person.id()));
    for (Official official : of.snapshot().officials()) {
      if (!staying.contains(official.id())) {
        if (of.snapshot().employed(official.id(), now)) {
          throw DirectoryRefused.of(
              settings.file(),
              new Mistake(
                  "officials",
                  Mistake.What.EMPLOYED,
                  official.id(),
                  "'"
                      + official.id()
                      + "' is missing but has not departed; mark the departure first, so that their"
                      + " work moves to others"));
        }
        former.add(Former.of(official));
      }
    }
    return former;
  }

  /** Mail to an old address must reach the successor, not a namesake. */
  private void addressesOfFormer(List<Former> former) throws DirectoryRefused {
    Set<String> taken =
        former.stream()
            .flatMap(person -> Stream.of(person.address(), person.email()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    Stream<String> used =
        Stream.concat(
            wanted.officials().stream().flatMap(who -> Stream.of(who.address(), who.email())),
            wanted.topics().stream().flatMap(topic -> topic.addresses().stream()));
    Optional<String> twice = used.filter(taken::contains).findFirst();
    if (twice.isPresent()) {
      throw DirectoryRefused.of(
          settings.file(),
          new Mistake(
              "",
              Mistake.What.FORMER,
              twice.get(),
              "'"
                  + twice.get()
                  + "' belonged to somebody who departed; another address is expected"));
    }
  }

  /** Mail to an address that somebody had before still reaches them. */
  private void addressesOfBefore() throws DirectoryRefused {
    List<FormerAddress> kept = addresses();
    Optional<String> twice = FormerAddress.taken(kept, wanted);
    if (twice.isPresent()) {
      throw DirectoryRefused.of(
          settings.file(),
          new Mistake(
              "",
              Mistake.What.BEFORE,
              twice.get(),
              "'"
                  + twice.get()
                  + "' belonged to an official before, and mail to it still goes to them;"
                  + " another address is expected"));
    }
  }

  /** What people had before, then. */
  List<FormerAddress> addresses() {
    return FormerAddress.of(
        of.stored().facts().addresses(), of.snapshot().officials(), wanted.officials());
  }

  /** Without one, nobody could change this again. */
  private void anAdministratorStays(Instant now) throws DirectoryRefused {
    List<Departure> departures = of.stored().facts().departures();
    if (new Administrators(of.snapshot().officials(), departures, now)
        .lostTo(new Administrators(wanted.officials(), departures, now))) {
      throw DirectoryRefused.of(
          settings.file(),
          new Mistake(
              "officials",
              Mistake.What.ADMINISTRATOR,
              "",
              "somebody who works here is expected to stay administrator"));
    }
  }
}
