package nl.aanspreekpunt.council;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Tally;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;

/**
 * Counts one stretch of time: the definitions of the figures, in code. The same for the report and
 * for the simulation. Nothing here asks a store or a clock; lives within one count, never shared.
 */
public final class Counting {
  /** In which a citizen is to hear who helps and by when, on the clock. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Instant from;
  private final Instant until;
  private final Map<Measure, Sum> sums = new EnumMap<>(Measure.class);
  private String citizen;
  private boolean knew;
  private final Set<String> met = new HashSet<>();
  private final Set<String> helpers = new HashSet<>();
  private final Set<String> frictions = new HashSet<>();

  /** One figure, while it is counted. */
  private static final class Sum {
    private long cases;
    private long total;
    private final List<Integer> minutes = new ArrayList<>();
    private final Set<String> officials = new HashSet<>();
  }

  /**
   * @param until not in it any more
   */
  public Counting(Instant from, Instant until) {
    this.from = from;
    this.until = until;
    Arrays.stream(Measure.values()).forEach(one -> sums.put(one, new Sum()));
  }

  /**
   * What is counted of one case.
   *
   * @param official who is responsible (official id)
   * @param met whom the citizen got to know in it (official ids)
   */
  public record Question(String citizen, String official, List<String> met, Tally tally) {
    public static Question of(Case one) {
      Tally tally = one.care().tally() == null ? Tally.of(one) : one.care().tally();
      return new Question(one.citizen(), one.official(), one.met(), tally);
    }
  }

  /** Those of one citizen after one another. */
  public void add(Question one) {
    if (!Objects.equals(citizen, one.citizen())) {
      nextCitizen(one.citizen());
    }
    Tally tally = one.tally();
    if (within(tally.askedAt())) {
      knew = knew && knew(tally);
      met.addAll(one.met());
      helpers.add(one.official());
    }
    if (within(tally.firstOfTalkAndThird())) {
      share(Measure.TALK_BEFORE_THIRD_MESSAGE, tally.talkedFirst(), one.official());
    }
    if (within(tally.thirdOfficialAt())) {
      count(Measure.NEEDED_THIRD_OFFICIAL, one.official());
    }
    tally.ruled().stream().filter(made -> within(made.at())).forEach(this::ruled);
    tally.acted().stream().filter(made -> within(made.at())).forEach(this::acted);
    tally.stood().stream().filter(made -> within(made.at())).forEach(this::stood);
  }

  private static boolean knew(Tally tally) {
    return tally.knewAt() != null && !tally.knewAt().isAfter(tally.askedAt().plus(A_DAY));
  }

  private void ruled(Tally.Ruled made) {
    share(Measure.RULE_ALONE, made.ruleAlone(), made.by());
    if (made.outcome().spokenFirst()) {
      share(Measure.REFUSALS_SPOKEN_FIRST, made.spoken(), made.by());
    }
  }

  private void acted(Tally.Acted made) {
    count(Measure.PRINCIPLES_INVOKED, made.by());
    took(Measure.MESSAGE_TO_ACT, made.asked(), made.at(), made.by());
  }

  private void stood(Tally.Stood made) {
    count(Measure.DEVIATIONS_BACKED, made.by());
    took(Measure.HOURS_UNTIL_BACKED, made.asked(), made.at(), made.by());
  }

  /**
   * What was reported to chafe. Each report counts as reported; gathered into another, as answered
   * and changed with that one. The same again, because it changed while it was counted, counts
   * once.
   */
  public void add(Friction one) {
    if (!frictions.add(one.id())) {
      return;
    }
    String by = one.report().by();
    if (within(one.report().at())) {
      count(Measure.FRICTIONS_REPORTED, by);
    }
    if (one.gathered()) {
      return;
    }
    one.steps().stream()
        .filter(step -> step.state().answers())
        .findFirst()
        .filter(step -> within(step.at()))
        .ifPresent(step -> count(Measure.FRICTIONS_ANSWERED, by));
    one.steps().stream()
        .filter(step -> step.state() == Step.State.CHANGED)
        .findFirst()
        .filter(step -> within(step.at()))
        .ifPresent(step -> count(Measure.FRICTIONS_CHANGED, by));
  }

  /** How many stories were told, and how often one was read. */
  public void stories(long told, long read) {
    sums.get(Measure.STORIES_TOLD).cases = told;
    sums.get(Measure.STORIES_READ).cases = read;
  }

  /** All figures, in their order. */
  public List<Counted> counted() {
    nextCitizen(null);
    return sums.entrySet().stream()
        .map(
            one ->
                new Counted(
                    one.getKey(),
                    one.getValue().cases,
                    one.getValue().total,
                    one.getValue().minutes,
                    one.getValue().officials.size()))
        .toList();
  }

  private void nextCitizen(String next) {
    if (!helpers.isEmpty()) {
      share(Measure.KNEW_WHO_AND_WHEN, knew, helpers);
      Sum officials = sums.get(Measure.OFFICIALS_MET);
      officials.cases++;
      officials.total += met.size();
      officials.officials.addAll(helpers);
    }
    citizen = next;
    knew = true;
    met.clear();
    helpers.clear();
  }

  private boolean within(Instant moment) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(until);
  }

  private void count(Measure measure, String official) {
    Sum sum = sums.get(measure);
    sum.cases++;
    sum.officials.add(official);
  }

  private void share(Measure measure, boolean did, String official) {
    share(measure, did, Set.of(official));
  }

  private void share(Measure measure, boolean did, Set<String> officials) {
    Sum sum = sums.get(measure);
    sum.cases++;
    sum.total += did ? 1 : 0;
    sum.officials.addAll(officials);
  }

  private void took(Measure measure, Instant began, Instant done, String official) {
    Sum sum = sums.get(measure);
    sum.cases++;
    sum.minutes.add((int) Math.min(Integer.MAX_VALUE, minutes(began, done)));
    sum.officials.add(official);
  }

  /** What was done before it was asked took no time. */
  private static long minutes(Instant began, Instant done) {
    return Math.max(0, Duration.between(began, done).toMinutes());
  }
}
