package nl.aanspreekpunt.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Route;

/**
 * A call of a citizen, as far as it has come. Nothing that was said in it is here.
 *
 * @param id the provider's (CallSid)
 * @param citizen E.164 of the citizen's telephone, as the provider gives it; null: withheld
 * @param number E.164 of ours that was called
 * @param keyed E.164 that the caller keyed in themselves: nobody vouches for it; null: none
 * @param language of what is spoken, in two letters
 * @param route decided when it was to be connected, and kept to; null before that
 * @param caseNumber null while it has none
 * @param official who is rung or spoken with (official id); null: nobody yet
 * @param steps what happened, in order
 * @param startedAt when it came in
 * @param connectedAt null: they were not connected
 * @param endedAt null while it goes on
 * @param seconds that they spoke; 0 when they were not connected
 * @param course how far what is spoken by itself has come
 * @param settleAt when the clock looks at what is left to do; null: nothing is
 */
public record Call(
    String id,
    long version,
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
    Instant settleAt) {
  private static final int MOST_STEPS = 60;

  /** Of a call of which no end is reported it is over by then. */
  private static final Duration LONGEST = Duration.ofHours(3);

  /** What was pressed last is reported by then, in whatever order. */
  private static final Duration SETTLES_AFTER = Duration.ofSeconds(20);

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
  }

  /**
   * @param citizen null: withheld
   */
  public static Call in(String sid, String citizen, String number, String language, Instant now) {
    return new Call(
        sid,
        1,
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
        now.plus(LONGEST));
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

  /** The same, further. */
  Call step(Instant now, CallStep what, String by, String about) {
    return step(now, what, by, about, null);
  }

  /** More steps than a conversation has are no conversation. */
  public Call step(Instant now, CallStep what, String by, String about, String words) {
    if (steps.size() >= MOST_STEPS) {
      return this;
    }
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(now, what, by, about, words));
    return with(keyed, language, route, caseNumber, official, more, connectedAt, endedAt, seconds);
  }

  Call speaking(String other) {
    return with(keyed, other, route, caseNumber, official, steps, connectedAt, endedAt, seconds);
  }

  Call keyed(String other) {
    return with(other, language, route, caseNumber, official, steps, connectedAt, endedAt, seconds);
  }

  Call routed(Route decided) {
    return with(
        keyed, language, decided, caseNumber, official, steps, connectedAt, endedAt, seconds);
  }

  public Call at(String number) {
    return with(keyed, language, route, number, official, steps, connectedAt, endedAt, seconds);
  }

  public Call ringing(String whom, Instant now) {
    Call rung =
        with(keyed, language, route, caseNumber, whom, steps, connectedAt, endedAt, seconds);
    return rung.step(now, CallStep.RANG, "hub", whom);
  }

  /** An official took it; again: nothing changes. */
  public Call connected(String whom, Instant now) {
    return connectedAt != null
        ? this
        : with(keyed, language, route, caseNumber, whom, steps, now, endedAt, seconds)
            .step(now, CallStep.CONNECTED, whom, whom);
  }

  /** They spoke, whatever was known of it. */
  public Call spoke(int howLong, Instant now) {
    Call one = connected(official, now);
    return one.with(
        keyed, language, route, caseNumber, official, one.steps, one.connectedAt, endedAt, howLong);
  }

  public Call ended(Instant now) {
    return endedAt != null
        ? this
        : with(keyed, language, route, caseNumber, official, steps, connectedAt, now, seconds)
            .settling(now.plus(SETTLES_AFTER));
  }

  /** To be looked at then. */
  Call settling(Instant when) {
    return kept(version, course, when);
  }

  Call on(Course further) {
    return kept(version, further, settleAt);
  }

  /** Nothing is to be done for it any more, and what was answered is forgotten. */
  Call settled() {
    return kept(version, course.over(), null);
  }

  /** To be written over the version that was read. */
  public Call next() {
    return kept(version + 1, course, settleAt);
  }

  /** The same call, with how far its conversation is and when it is looked at. */
  private Call kept(long written, Course further, Instant when) {
    return new Call(
        id,
        written,
        citizen,
        number,
        keyed,
        language,
        route,
        caseNumber,
        official,
        steps,
        startedAt,
        connectedAt,
        endedAt,
        seconds,
        further,
        when);
  }

  private Call with(
      String keyedIn,
      String spoken,
      Route decided,
      String at,
      String whom,
      List<Step> happened,
      Instant connected,
      Instant ended,
      int howLong) {
    return new Call(
        id, version, citizen, number, keyedIn, spoken, decided, at, whom, happened, startedAt,
        connected, ended, howLong, course, settleAt);
  }
}
