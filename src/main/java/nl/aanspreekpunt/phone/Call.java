package nl.aanspreekpunt.phone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Route;

/**
 * A call between a citizen and somebody here, as far as it has come. Its words are on no timeline
 * but that of its case; nothing that was said in it is here.
 *
 * @param id of what comes in the provider's (CallSid); of what goes out the hub's own
 * @param sid the provider's; null while it has none
 * @param citizen E.164 of the citizen's telephone, as the provider gives it; null: withheld
 * @param number E.164 of ours, that was called or is shown
 * @param keyed E.164 that the caller keyed in themselves: nobody vouches for it; null: none
 * @param language of what is spoken, in two letters
 * @param route decided when it was to be connected, and kept to; null before that
 * @param caseNumber null while it has none
 * @param official who is rung or spoken with (official id); null: nobody yet
 * @param steps what happened, in order
 * @param startedAt when it came in, or was asked for
 * @param connectedAt null: they were not connected
 * @param endedAt null while it goes on
 * @param seconds that they spoke; 0 when they were not connected
 * @param course how far what is spoken by itself has come
 * @param open true while it goes on, else null: follows from {@code endedAt}
 */
public record Call(
    String id,
    long version,
    Way way,
    String sid,
    String citizen,
    String number,
    String keyed,
    String language,
    Route route,
    String caseNumber,
    String official,
    List<Step> steps,
    Instant startedAt,
    Instant connectedAt,
    Instant endedAt,
    int seconds,
    Course course,
    Boolean open) {
  public enum Way {
    IN,
    OUT
  }

  /**
   * One thing that happened.
   *
   * @param by "citizen", "hub" or an official id
   * @param official whom it concerns (official id); null: nobody
   * @param words see {@link CallStep}; may be null
   */
  public record Step(Instant at, CallStep what, String by, String official, String words) {}

  public Call {
    steps = steps == null ? List.of() : List.copyOf(steps);
    course = course == null ? Course.NONE : course;
    open = endedAt == null ? Boolean.TRUE : null;
  }

  /**
   * @param citizen null: withheld
   */
  public static Call in(String sid, String citizen, String number, String language, Instant now) {
    return new Call(
        sid,
        1,
        Way.IN,
        sid,
        citizen,
        number,
        null,
        language,
        null,
        null,
        null,
        List.of(),
        now,
        null,
        null,
        0,
        Course.NONE,
        null);
  }

  /**
   * An official has a citizen called.
   *
   * @param id the hub's own, the same for the same press of the key
   * @param number of ours that the citizen sees
   */
  public static Call out(
      String id,
      String citizen,
      String number,
      String language,
      String caseNumber,
      String official,
      Instant now) {
    return new Call(
        id,
        1,
        Way.OUT,
        null,
        citizen,
        number,
        null,
        language,
        null,
        caseNumber,
        official,
        List.of(),
        now,
        null,
        null,
        0,
        Course.NONE,
        null);
  }

  public boolean goesOn() {
    return endedAt == null;
  }

  /** Where the citizen can be called back: what they keyed in, else where they call from. */
  public Optional<String> reachable() {
    return Optional.ofNullable(keyed == null ? citizen : keyed);
  }

  /** As the timeline has them: to be put there as often as one likes. */
  public List<CaseEvent.Phoned> events() {
    List<CaseEvent.Phoned> all = new ArrayList<>();
    for (Step one : steps) {
      all.add(
          new CaseEvent.Phoned(
              one.at(), one.by(), id, all.size(), one.what(), one.official(), one.words()));
    }
    return all;
  }

  public boolean happened(CallStep what) {
    return steps.stream().anyMatch(one -> one.what() == what);
  }
}
