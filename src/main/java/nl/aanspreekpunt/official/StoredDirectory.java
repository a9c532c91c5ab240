package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory's one document: the applied file and what people stated. The change that made this
 * version stands in it, so that change and history are one write; it is copied to the history
 * before the next version replaces it.
 *
 * @param topics those that the file leaves out; null in a directory from before this was kept
 * @param profiles how people want to be seen; null in a directory from before this was kept
 * @param addresses that people had before; null in a directory from before this was kept
 * @param done the latest requests that took effect: see {@link Asked}
 */
public record StoredDirectory(
    String id,
    long version,
    String yaml,
    List<Absence> absences,
    List<Departure> departures,
    List<Former> former,
    List<Fed> fed,
    List<FormerTopic> topics,
    List<WorkDays> days,
    DirectoryChange change,
    List<String> done,
    List<Pin> pins,
    List<Profile> profiles,
    List<FormerAddress> addresses) {
  static final String ID = "directory";

  /** So many requests are known again. */
  private static final int REMEMBERED = 200;

  public StoredDirectory {
    done = done == null ? List.of() : List.copyOf(done);
    pins = pins == null ? List.of() : List.copyOf(pins);
    profiles = profiles == null ? List.of() : List.copyOf(profiles);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }

  static StoredDirectory first(String yaml, Instant now) {
    DirectoryChange change =
        DirectoryChange.of(
            1, now, "start", DirectoryChange.What.FILE, List.of(new DirectoryLine.First()));
    return new StoredDirectory(
        ID, 1, yaml, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), change,
        List.of(), List.of(), List.of(), List.of());
  }

  Facts facts() {
    return new Facts(absences, departures, former, fed, topics, days, pins, profiles, addresses);
  }

  StoredDirectory next(String yaml, Facts facts, DirectoryChange change) {
    return new StoredDirectory(
        ID,
        change.version(),
        yaml,
        facts.absences(),
        facts.departures(),
        facts.former(),
        facts.fed(),
        facts.topics(),
        facts.days(),
        change,
        done,
        facts.pins(),
        facts.profiles(),
        facts.addresses());
  }

  /** With a request that took effect in this version. */
  StoredDirectory with(Asked asked) {
    List<String> all = new ArrayList<>(done);
    all.add(asked.entry());
    List<String> latest = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new StoredDirectory(
        id,
        version,
        yaml,
        absences,
        departures,
        former,
        fed,
        topics,
        days,
        change,
        latest,
        pins,
        profiles,
        addresses);
  }

  /** As the history keeps it: an applied file in full. */
  DirectoryChange toKeep() {
    return change.what() == DirectoryChange.What.FILE ? change.withYaml(yaml) : change;
  }
}
