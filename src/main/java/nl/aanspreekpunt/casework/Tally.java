package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;

/**
 * What the council's report counts of one case: moments, and nothing of what anybody wrote. It
 * follows from the events alone, so that it stays true when older ones are in a page, and stands
 * when what the case says is destroyed. Of each list the latest {@link #MOST}.
 *
 * @param askedAt when the citizen first wrote; null: nobody did, or only a machine
 * @param knewAt when they first heard who helps and by when; null: they did not
 * @param knewBy the message that says so (outbox entry); null: they heard it otherwise
 * @param messages of the citizen; what a machine wrote is not counted
 * @param thirdMessageAt when the third of them came; null: there are fewer
 * @param spokenAt when somebody first spoke with the citizen; null: nobody did
 * @param spokenOn the promise that the call was for; null: it was for none
 * @param thirdOfficialAt when they got to know a third official; null: they did not
 * @param deviatesAt when backing was asked that is not answered yet; null: none was
 * @param quarters in which something of this was, such as {@code 2026-Q4}, in the municipality's
 *     time zone: the report finds the case by them; and the days of late in which there was
 *     something to count by day, such as {@code 2026-11-24}: the figures over time find it by these
 * @param daily what the figures over time count of it
 */
public record Tally(
    Instant askedAt,
    Instant knewAt,
    String knewBy,
    int messages,
    Instant thirdMessageAt,
    Instant spokenAt,
    String spokenOn,
    Instant thirdOfficialAt,
    Instant deviatesAt,
    List<Ruled> ruled,
    List<Acted> acted,
    List<Stood> stood,
    List<String> quarters,
    Daily daily) {
  public static final Tally NONE =
      new Tally(null, null, null, 0, null, null, null, null, null, null, null, null, null, null);

  /** A day is counted until a week after it; a change keeps the case findable as long. */
  private static final Duration LATE = Duration.ofDays(10);

  /** Of each kind at most so many in one case. */
  static final int MOST = 50;

  /** Messages, and officials, that are many. */
  static final int THIRD = 3;

  /**
   * A decision that the citizen was told of.
   *
   * @param by official id
   */
  public record Ruled(Instant at, String by, Outcome outcome, boolean spoken, boolean ruleAlone) {}

  /**
   * Somebody acted on a principle.
   *
   * @param by official id
   * @param asked when the message came that it answers
   */
  public record Acted(Instant at, String by, String principle, Instant asked) {}

  /**
   * A deviation was backed.
   *
   * @param by official id of who deviates
   * @param asked when they asked for it
   */
  public record Stood(Instant at, String by, Instant asked) {}

  /**
   * What is counted by day.
   *
   * @param came messages of the citizen, oldest first, of late at most {@link #MOST}
   * @param answeredAt when a person first answered: wrote, spoke, or told a decision; null: nobody
   *     did
   * @param closedAt when it was closed; null: it is open
   */
  public record Daily(List<Came> came, Instant answeredAt, Instant closedAt) {
    public Daily {
      came = latest(came);
    }
  }

  /** A message of the citizen. */
  public record Came(Instant at, Channel channel) {}

  public Tally {
    daily = daily == null ? new Daily(null, null, null) : daily;
    ruled = latest(ruled);
    acted = latest(acted);
    stood = latest(stood);
    quarters = quarters == null ? List.of() : List.copyOf(quarters);
  }

  private static <T> List<T> latest(List<T> all) {
    List<T> list = all == null ? List.of() : all;
    return List.copyOf(list.subList(Math.max(0, list.size() - MOST), list.size()));
  }

  /** Of a case from before this was kept, from what its document still has. */
  public static Tally of(Case one) {
    Tally counted = NONE.after(one.events());
    boolean older = one.paged() > 0 && one.care().policy() == null;
    Instant third =
        one.responsibilities().stream()
            .map(Responsibility::official)
            .distinct()
            .skip(THIRD - 1L)
            .findFirst()
            .flatMap(
                who ->
                    one.responsibilities().stream()
                        .filter(held -> held.official().equals(who))
                        .map(Responsibility::from)
                        .findFirst())
            .orElse(null);
    return counted.with(older ? one.openedAt() : counted.askedAt, third, List.of());
  }

  /** With what happened since, oldest first. Pure. */
  public Tally after(List<CaseEvent> events) {
    Tallying tallying = new Tallying(this);
    events.forEach(tallying::take);
    return tallying.done();
  }

  /** The citizen knows so many officials by name now. */
  Tally met(int officials, Instant now) {
    return thirdOfficialAt == null && officials >= THIRD ? with(askedAt, now, quarters) : this;
  }

  /** With the quarters that its moments are in. */
  public Tally in(ZoneId zone) {
    return in(zone, List.of(), null);
  }

  /**
   * The same, and the days.
   *
   * @param promises of the case
   * @param now null: no days
   */
  Tally in(ZoneId zone, List<Promise> promises, Instant now) {
    Stream<String> quarterly =
        Stream.of(
                Stream.of(askedAt, firstOfTalkAndThird(), thirdOfficialAt),
                ruled.stream().map(Ruled::at),
                acted.stream().map(Acted::at),
                stood.stream().map(Stood::at))
            .flatMap(each -> each)
            .filter(Objects::nonNull)
            .map(at -> quarter(at, zone));
    Stream<String> byDay =
        Stream.of(
                Stream.of(daily.answeredAt, daily.closedAt),
                daily.came.stream().map(Came::at),
                promises.stream().filter(Promise::toCitizen).map(Promise::due),
                promises.stream().flatMap(Tally::firstTry))
            .flatMap(each -> each)
            .filter(at -> at != null && now != null && at.isAfter(now.minus(LATE)))
            .map(at -> day(at, zone));
    return with(
        askedAt, thirdOfficialAt, Stream.concat(quarterly, byDay).distinct().sorted().toList());
  }

  private static Stream<Instant> firstTry(Promise promise) {
    return promise.callback() == null
        ? Stream.empty()
        : promise.callback().attempts().stream().map(Attempt::at).limit(1);
  }

  /** The day of a moment, such as {@code 2026-11-24}. */
  public static String day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().toString();
  }

  /** The quarter of a moment, such as {@code 2026-Q4}. */
  public static String quarter(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    return there.getYear() + "-Q" + ((there.getMonthValue() - 1) / 3 + 1);
  }

  /** When it was clear which came first, a talk or a third message; null: neither did. */
  public Instant firstOfTalkAndThird() {
    return talkedFirst() ? spokenAt : thirdMessageAt;
  }

  /** Somebody spoke with the citizen before their third message. */
  public boolean talkedFirst() {
    return spokenAt != null && (thirdMessageAt == null || spokenAt.isBefore(thirdMessageAt));
  }

  private Tally with(Instant asked, Instant third, List<String> in) {
    return new Tally(
        asked,
        knewAt,
        knewBy,
        messages,
        thirdMessageAt,
        spokenAt,
        spokenOn,
        third,
        deviatesAt,
        ruled,
        acted,
        stood,
        in,
        daily);
  }
}
