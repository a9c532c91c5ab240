package nl.aanspreekpunt.official;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of the directory, and what a change would make of it: the next version to store,
 * empty when it changes nothing, or a refusal. Pure.
 *
 * @param definition what the file says, without what a feed says of people
 */
record DirectoryCopy(StoredDirectory stored, Definition definition, Snapshot snapshot) {
  /** An absence that ended longer ago stands in the history only. */
  private static final Duration REMEMBERED = Duration.ofDays(366);

  static DirectoryCopy of(StoredDirectory stored, Definition definition, DirectorySettings of) {
    return new DirectoryCopy(
        stored,
        definition,
        new Snapshot(
            stored.version(),
            definition
                .with(stored.fed())
                .working(stored.facts().days())
                .pictured(stored.facts().profiles()),
            stored.facts(),
            of));
  }

  /** What a change makes of a copy: the next version, empty when it changes nothing. */
  interface Change {
    Optional<StoredDirectory> of(DirectoryCopy copy) throws DirectoryRefused;
  }

  /**
   * A change that takes effect once, put down in the same write as what it does.
   *
   * @param asked null: each time
   */
  Optional<StoredDirectory> once(Asked asked, Change change) throws DirectoryRefused {
    if (asked == null) {
      return change.of(this);
    }
    Optional<String> known = stored.done().stream().filter(asked::uses).findFirst();
    if (known.isEmpty()) {
      return change.of(this).map(next -> next.with(asked));
    }
    if (!known.get().equals(asked.entry())) {
      throw DirectoryRefused.keyUsed();
    }
    return Optional.empty();
  }

  Optional<StoredDirectory> absent(Absence absence, Instant now) throws DirectoryRefused {
    knownAndEmployed(absence.official(), now);
    if (absence.until() != null && absence.until().isBefore(absence.from())) {
      throw new DirectoryRefused("The last day of an absence cannot be before its first.");
    }
    if (absence.deputy() != null) {
      knownAndEmployed(absence.deputy(), now);
    }
    if (absence.official().equals(absence.deputy())) {
      throw new DirectoryRefused("Somebody who is absent cannot be their own deputy.");
    }
    if (stored.facts().absences().stream().anyMatch(known -> saysNoLess(known, absence))) {
      return Optional.empty();
    }
    List<Absence> absences = with(stored.facts().absences(), absence, now);
    return Optional.of(
        next(now, absence.by(), DirectoryChange.What.ABSENT, List.of(line(absence)), absences));
  }

  /** The same was said before, by somebody who did not hear that it was taken in. */
  private static boolean saysNoLess(Absence known, Absence again) {
    Absence since =
        new Absence(
            again.official(),
            known.from(),
            again.until(),
            again.deputy(),
            again.reason(),
            again.by(),
            again.gets());
    return known.equals(since) && known.covers(again.from());
  }

  /** In place of an absence from the same moment; one long over is left out. */
  private static List<Absence> with(List<Absence> absences, Absence absence, Instant now) {
    Instant forgotten = now.minus(REMEMBERED);
    List<Absence> with = new ArrayList<>(absences);
    with.removeIf(old -> sameStart(old, absence) || endedBefore(old, forgotten));
    with.add(absence);
    return with;
  }

  private static boolean sameStart(Absence one, Absence other) {
    return one.official().equals(other.official()) && one.from().equals(other.from());
  }

  private static boolean endedBefore(Absence absence, Instant moment) {
    return absence.until() != null && absence.until().isBefore(moment);
  }

  private static DirectoryLine line(Absence absence) {
    return new DirectoryLine.Away(
        absence.official(), absence.from(), absence.until(), absence.deputy());
  }

  Optional<StoredDirectory> returned(String official, Instant now, String by) {
    List<Absence> absences = stored.facts().absences();
    List<DirectoryLine> lines = new ArrayList<>();
    for (Absence running : snapshot.absences()) {
      if (running.official().equals(official) && running.covers(now)) {
        Absence ended = running.ending(now, by);
        absences = with(absences, ended, now);
        lines.add(new DirectoryLine.Back(official, running.from()));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(next(now, by, DirectoryChange.What.RETURNED, lines, absences));
  }

  Optional<StoredDirectory> departed(Departure departure, Instant now) throws DirectoryRefused {
    String official = departure.official();
    Departure before = departureOf(official);
    if (snapshot.official(official).isEmpty()) {
      throw new DirectoryRefused("There is no official '" + official + "'.");
    }
    if (departure.successor() != null) {
      knownAndEmployed(departure.successor(), now);
      if (departure.successor().equals(official)) {
        throw new DirectoryRefused("Somebody who departed cannot be their own successor.");
      }
    }
    Departure settled = before == null ? departure : settled(before, departure, now);
    if (settled.equals(before)) {
      return Optional.empty();
    }
    List<Departure> departures = new ArrayList<>(stored.facts().departures());
    departures.remove(before);
    departures.add(settled);
    somebodyStays(snapshot.officials(), departures);
    anAdministratorStays(official, departures, now);
    DirectoryLine line = new DirectoryLine.Left(official, settled.at(), settled.successor());
    Facts facts = stored.facts().withDepartures(departures);
    return Optional.of(
        stored.next(
            stored.yaml(),
            facts,
            change(now, departure.by(), DirectoryChange.What.DEPARTED, List.of(line))));
  }

  private void anAdministratorStays(String leaver, List<Departure> departures, Instant now)
      throws DirectoryRefused {
    List<Official> officials = snapshot.officials();
    if (new Administrators(officials, stored.facts().departures(), now)
        .lostTo(new Administrators(officials, departures, now))) {
      String expected = "'" + leaver + "' is the last administrator; make somebody else one first.";
      throw DirectoryRefused.of(
          List.of(expected),
          List.of(
              new Mistake(
                  "officials[" + leaver + "]", Mistake.What.ADMINISTRATOR, leaver, expected)));
    }
  }

  private Departure departureOf(String official) {
    return stored.facts().departures().stream()
        .filter(departure -> departure.official().equals(official))
        .findFirst()
        .orElse(null);
  }

  /** Since when stays as it was first marked, once that moment is there. */
  private static Departure settled(Departure before, Departure again, Instant now) {
    Instant at = before.at().isAfter(now) ? again.at() : before.at();
    String successor = again.successor() == null ? before.successor() : again.successor();
    boolean same = at.equals(before.at()) && Objects.equals(successor, before.successor());
    return same ? before : new Departure(before.official(), at, successor, again.by());
  }

  Optional<StoredDirectory> stays(String official, Instant now, String by) throws DirectoryRefused {
    Departure left = departureOf(official);
    if (left == null) {
      return Optional.empty();
    }
    if (snapshot.officials().stream().noneMatch(one -> one.id().equals(official))) {
      throw new DirectoryRefused(
          "'" + official + "' no longer stands in the directory; add them to it first.");
    }
    List<Departure> departures = new ArrayList<>(stored.facts().departures());
    departures.remove(left);
    DirectoryLine line = new DirectoryLine.Stays(official, left.at());
    return Optional.of(
        stored.next(
            stored.yaml(),
            stored.facts().withDepartures(departures),
            change(now, by, DirectoryChange.What.STAYED, List.of(line))));
  }

  /** What changing the file like this would come to. */
  Would would(FileChange change, Instant now, DirectorySettings settings) throws DirectoryRefused {
    Optional<StoredDirectory> next = apply(change, "", now, settings);
    String yaml = next.map(StoredDirectory::yaml).orElse(stored.yaml());
    Definition wanted = DirectoryFile.read(yaml, settings, stored.fed());
    Snapshot after = of(next.orElse(stored), wanted, settings).snapshot();
    Set<String> topics =
        gone(
            Moves.What.TOPIC,
            definition.topics().stream().map(Topic::id),
            after.topics(),
            Topic::id);
    stored.facts().topics().forEach(one -> topics.add(one.id()));
    after.topics().forEach(one -> topics.remove(one.id()));
    return new Would(
        next.map(one -> one.change().lines()).orElse(List.of()),
        after,
        List.copyOf(topics),
        List.copyOf(
            gone(
                Moves.What.TEAM,
                definition.teams().stream().map(Team::id),
                after.teams(),
                Team::id)));
  }

  /** Ids that were, or moved before, and are not in what there is then. */
  private <T> Set<String> gone(
      Moves.What what, Stream<String> were, List<T> then, Function<T, String> id) {
    Set<String> gone = were.collect(Collectors.toCollection(LinkedHashSet::new));
    gone.addAll(definition.moves().from(what));
    then.forEach(one -> gone.remove(id.apply(one)));
    return gone;
  }

  Optional<StoredDirectory> apply(
      FileChange change, String by, Instant now, DirectorySettings settings)
      throws DirectoryRefused {
    nobodyElse(change);
    StatedHours hours = StatedHours.under(change, stored, settings.file());
    String yaml = hours.change().on(stored.yaml(), settings.file());
    Definition wanted =
        DirectoryFile.read(yaml, settings, stored.facts().fed()).with(stored.facts().fed());
    List<DirectoryLine> lines = hours.with(differences(yaml, settings), wanted);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Leaving leaving = new Leaving(this, wanted, settings);
    List<Former> former = leaving.former(now);
    somebodyStays(wanted.officials(), stored.facts().departures());
    Facts facts =
        stored
            .facts()
            .withFormer(former)
            .withAddresses(leaving.addresses())
            .withDays(hours.staying(stored))
            .withFormerTopics(
                FormerTopic.of(stored.facts().topics(), definition.topics(), wanted.topics()));
    return Optional.of(stored.next(yaml, facts, change(now, by, DirectoryChange.What.FILE, lines)));
  }

  private List<DirectoryLine> differences(String yaml, DirectorySettings settings)
      throws DirectoryRefused {
    return Differences.between(
        DirectoryYaml.read(settings.file(), stored.yaml()),
        DirectoryYaml.read(settings.file(), yaml));
  }

  /** Who left returns by an act that says so, not because somebody new is called the same. */
  private void nobodyElse(FileChange change) throws DirectoryRefused {
    Set<String> had = stored.facts().had();
    for (String id : change.added("officials")) {
      if (had.contains(id)) {
        throw DirectoryRefused.of(
            List.of("officials[" + id + "]: somebody else had this id; another is expected"),
            List.of(
                new Mistake(
                    "officials[" + id + "].name",
                    Mistake.What.TWICE,
                    id,
                    "somebody else had this id; another is expected")));
      }
    }
  }

  private static void somebodyStays(List<Official> officials, List<Departure> departures)
      throws DirectoryRefused {
    Set<String> gone =
        departures.stream().map(Departure::official).collect(Collectors.toUnmodifiableSet());
    if (officials.stream().allMatch(official -> gone.contains(official.id()))) {
      throw new DirectoryRefused("Somebody must stay: this would leave nobody who is employed.");
    }
  }

  private void knownAndEmployed(String official, Instant now) throws DirectoryRefused {
    if (!snapshot.employed(official, now)) {
      throw new DirectoryRefused(
          "'" + official + "' does not work here; the id of an official is expected.");
    }
  }

  private StoredDirectory next(
      Instant now,
      String by,
      DirectoryChange.What what,
      List<DirectoryLine> lines,
      List<Absence> absences) {
    Facts facts = stored.facts().withAbsences(absences);
    return stored.next(stored.yaml(), facts, change(now, by, what, lines));
  }

  DirectoryChange change(
      Instant now, String by, DirectoryChange.What what, List<DirectoryLine> lines) {
    return DirectoryChange.of(stored.version() + 1, now, by, what, lines);
  }
}
