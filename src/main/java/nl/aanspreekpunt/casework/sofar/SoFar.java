package nl.aanspreekpunt.casework.sofar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The story so far of one citizen or household, in an official's words, as the citizen reads it
 * too. An earlier one stays, beside it.
 *
 * @param id of the household, or citizen id; of an earlier one: followed by a dot and its number
 * @param version raised by each change
 * @param number how many were written
 * @param by who wrote it (official id), or "hub" for a system
 * @param readings who read this one, the latest last
 * @param corrections what the citizen says is otherwise, the latest last
 * @param checkAt when it is to be looked whether its cases say so; null: they do
 */
public record SoFar(
    String id,
    long version,
    int number,
    Parts parts,
    String by,
    Instant at,
    List<Reading> readings,
    List<Correction> corrections,
    Instant checkAt) {
  /** Of each part, in characters. */
  public static final int LONGEST = 4_000;

  static final int MOST_CORRECTIONS = 100;
  private static final int MOST_READINGS = 200;

  /**
   * What they want; what was promised and kept; what was decided and why; who has been involved;
   * what to be careful of, as it can be said to them. Each may be empty.
   */
  public record Parts(String wants, String kept, String decided, String people, String careful) {
    public List<String> all() {
      return List.of(wants, kept, decided, people, careful);
    }
  }

  /** Who read it first when (official id). */
  public record Reading(String by, Instant at) {}

  /**
   * @param number the case from whose page it was said
   * @param name of who said it; may be null
   * @param taken whether the official took it over; null: nobody answered it yet
   * @param why they did not; null when they did
   */
  public record Correction(
      String id,
      String number,
      String name,
      String words,
      Instant at,
      String answeredBy,
      Instant answeredAt,
      Boolean taken,
      String why) {
    public boolean open() {
      return taken == null;
    }
  }

  public SoFar {
    readings = readings == null ? List.of() : List.copyOf(readings);
    corrections = corrections == null ? List.of() : List.copyOf(corrections);
  }

  static SoFar first(String id, Parts parts, String by, Instant at) {
    return new SoFar(id, 1, 1, parts, by, at, List.of(), List.of(), at);
  }

  /** As it is kept beside the one that takes its place. */
  SoFar earlier() {
    return new SoFar(id + "." + number, 1, number, parts, by, at, readings, corrections, null);
  }

  SoFar written(Parts anew, String who, Instant moment) {
    return new SoFar(
        id, version + 1, number + 1, anew, who, moment, List.of(), corrections, moment);
  }

  boolean readBy(String official) {
    return by.equals(official) || readings.stream().anyMatch(it -> it.by().equals(official));
  }

  SoFar read(Reading reading) {
    List<Reading> all = new ArrayList<>(readings);
    all.add(reading);
    return new SoFar(
        id,
        version + 1,
        number,
        parts,
        by,
        at,
        all.subList(Math.max(0, all.size() - MOST_READINGS), all.size()),
        corrections,
        checkAt);
  }

  public Optional<Correction> correction(String correction) {
    return corrections.stream().filter(it -> it.id().equals(correction)).findFirst();
  }

  boolean full() {
    return corrections.size() >= MOST_CORRECTIONS;
  }

  /** With this one instead of the one with its id, or after the others. */
  SoFar with(Correction one) {
    List<Correction> all = new ArrayList<>(corrections);
    all.replaceAll(it -> it.id().equals(one.id()) ? one : it);
    if (correction(one.id()).isEmpty()) {
      all.add(one);
    }
    Instant check = one.open() ? one.at() : checkAt;
    return new SoFar(id, version + 1, number, parts, by, at, readings, all, check);
  }

  /** Its cases say what happened with it. */
  SoFar noted() {
    return new SoFar(id, version + 1, number, parts, by, at, readings, corrections, null);
  }
}
