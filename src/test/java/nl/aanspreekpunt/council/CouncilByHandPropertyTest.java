package nl.aanspreekpunt.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Tally;
import nl.aanspreekpunt.citizen.Channel;

/** The report says what somebody would count who read every history from its first event on. */
class CouncilByHandPropertyTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Instant START = Instant.parse("2026-08-15T08:00:00Z");

  /** What can happen in a history; the rest of the events count for nothing. */
  enum What {
    WRITES,
    MACHINE_WRITES,
    TOLD,
    BOUNCES,
    ANSWERED,
    SPOKEN,
    NO,
    NO_SPOKEN,
    NOT_NOW_BY_RULE,
    INVOKED,
    UNDONE,
    ASKS_BACKING,
    BACKED,
    NOTED
  }

  /** One of them, so many hours after the one before. */
  record Happens(What what, int hours, String by) {}

  /** A history of a citizen. */
  record History(String citizen, List<Happens> all) {}

  @Provide
  Arbitrary<List<History>> town() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(6, What.WRITES),
            Tuple.of(1, What.MACHINE_WRITES),
            Tuple.of(4, What.TOLD),
            Tuple.of(1, What.BOUNCES),
            Tuple.of(3, What.ANSWERED),
            Tuple.of(2, What.SPOKEN),
            Tuple.of(2, What.NO),
            Tuple.of(2, What.NO_SPOKEN),
            Tuple.of(1, What.NOT_NOW_BY_RULE),
            Tuple.of(2, What.INVOKED),
            Tuple.of(1, What.UNDONE),
            Tuple.of(2, What.ASKS_BACKING),
            Tuple.of(2, What.BACKED),
            Tuple.of(2, What.NOTED));
    Arbitrary<Happens> happens =
        Combinators.combine(
                what, Arbitraries.integers().between(0, 400), Arbitraries.of("o1", "o2", "o3"))
            .as(Happens::new);
    return Combinators.combine(
            Arbitraries.of("c1", "c2", "c3", "c4"), happens.list().ofMinSize(1).ofMaxSize(30))
        .as(History::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void itIsWhatSomebodyCountsByHand(
      @ForAll("town") List<History> town, @ForAll @IntRange(min = 1, max = 7) int together) {
    Map<String, List<List<CaseEvent>>> byCitizen = new TreeMap<>();
    town.forEach(
        one -> byCitizen.computeIfAbsent(one.citizen(), c -> new ArrayList<>()).add(events(one)));
    for (Period quarter : new Period(2027, 2).since(4)) {
      Instant from = quarter.from(ZONE);
      Instant until = quarter.until(ZONE);
      Counting counting = new Counting(from, until);
      byCitizen.forEach(
          (citizen, all) ->
              all.forEach(
                  events -> {
                    Tally tally = inPieces(events, together).in(ZONE);
                    // The report finds a case by the quarters that it says it has something of.
                    if (tally.quarters().contains(quarter.name())) {
                      counting.add(new Counting.Question(citizen, "o1", met(events), tally));
                    }
                  }));
      ByHand hand = new ByHand(from, until, byCitizen);
      List<Counted> counted = counting.counted();
      assertThat(counted).extracting(Counted::measure).containsExactly(Measure.values());
      for (Counted one : counted) {
        assertThat(List.of(one.cases(), one.total()))
            .as("%s in %s", one.measure(), quarter)
            .isEqualTo(hand.of(one.measure()));
        if (one.measure().unit() == Measure.Unit.MEDIAN_HOURS) {
          assertThat(one.minutes()).isEqualTo(hand.minutes(one.measure()));
        }
      }
    }
  }

  /** As a case takes them: some at a time, in changes that know only what went before. */
  private static Tally inPieces(List<CaseEvent> events, int together) {
    Tally tally = Tally.NONE;
    for (int i = 0; i < events.size(); i += together) {
      tally = tally.after(events.subList(i, Math.min(events.size(), i + together))).in(ZONE);
    }
    return tally;
  }

  private static List<CaseEvent> events(History history) {
    List<CaseEvent> events = new ArrayList<>();
    Instant at = START;
    for (Happens one : history.all()) {
      at = at.plus(Duration.ofHours(one.hours()));
      String by = one.by();
      switch (one.what()) {
        case WRITES -> events.add(new CaseEvent.Received(at, "r", Channel.EMAIL, "1"));
        case MACHINE_WRITES -> {
          events.add(new CaseEvent.Received(at, "r", Channel.EMAIL, null));
          events.add(new CaseEvent.HeldBack(at, "ACKNOWLEDGEMENT", "automatic"));
        }
        case TOLD ->
            events.add(
                new CaseEvent.Told(at, "e" + events.size(), "ACKNOWLEDGEMENT", Channel.EMAIL, "1"));
        case BOUNCES -> {
          CaseEvent.Told told = lastTold(events);
          if (told != null) {
            events.add(new CaseEvent.Delivery(at, told.entry(), "REFUSED", "550"));
          }
        }
        case ANSWERED ->
            events.add(new CaseEvent.Replied(at, by, "e" + events.size(), Channel.EMAIL, "1", "r"));
        case SPOKEN -> events.add(new CaseEvent.Talked(at, by, CaseEvent.Talk.DESK, "x"));
        case NO -> events.add(decided(at, by, Outcome.REFUSED, false, false));
        case NO_SPOKEN -> events.add(decided(at, by, Outcome.PARTLY, true, false));
        case NOT_NOW_BY_RULE -> events.add(decided(at, by, Outcome.NOT_NOW, false, true));
        case INVOKED ->
            events.add(
                new CaseEvent.Invoked(
                    at, by, "water", "x", 0, at.minus(Duration.ofHours(one.hours()))));
        case UNDONE -> events.add(new CaseEvent.InvocationUndone(at, by, "water"));
        case ASKS_BACKING -> {
          if (!asks(events)) {
            events.add(new CaseEvent.BackingAsked(at, by, "m", "x", "y"));
          }
        }
        case BACKED -> {
          if (asks(events)) {
            events.add(new CaseEvent.BackingGiven(at, "m", by, "agreed"));
          }
        }
        case NOTED -> events.add(new CaseEvent.Noted(at, by, "x"));
      }
    }
    return events;
  }

  private static CaseEvent decided(
      Instant at, String by, Outcome how, boolean spoken, boolean ruleAlone) {
    return new CaseEvent.Decided(at, by, how, spoken, null, "x", null, ruleAlone, null, null, null);
  }

  private static CaseEvent.Told lastTold(List<CaseEvent> events) {
    CaseEvent.Told last = null;
    for (CaseEvent one : events) {
      last = one instanceof CaseEvent.Told told ? told : last;
    }
    return last;
  }

  private static boolean asks(List<CaseEvent> events) {
    boolean asks = false;
    for (CaseEvent one : events) {
      asks = one instanceof CaseEvent.BackingAsked || (asks && !isBacked(one));
    }
    return asks;
  }

  private static boolean isBacked(CaseEvent one) {
    return one instanceof CaseEvent.BackingGiven;
  }

  private static List<String> met(List<CaseEvent> events) {
    return events.stream()
        .filter(CaseEvent.Talked.class::isInstance)
        .map(one -> ((CaseEvent.Talked) one).by())
        .distinct()
        .toList();
  }

  /** Who reads all histories from their first event, each time from the start. */
  private record ByHand(Instant from, Instant until, Map<String, List<List<CaseEvent>>> byCitizen) {
    List<Long> of(Measure measure) {
      return switch (measure) {
        case PRINCIPLES_INVOKED, MESSAGE_TO_ACT ->
            List.of(sum(events -> (long) invoked(events).size()), 0L);
        case DEVIATIONS_BACKED, HOURS_UNTIL_BACKED ->
            List.of(sum(events -> (long) backed(events).size()), 0L);
        case REFUSALS_SPOKEN_FIRST ->
            List.of(
                sum(e -> decided(e).stream().filter(d -> d.outcome() != Outcome.NOT_NOW).count()),
                sum(e -> decided(e).stream().filter(CaseEvent.Decided::spoken).count()));
        case RULE_ALONE ->
            List.of(
                sum(e -> (long) decided(e).size()),
                sum(e -> decided(e).stream().filter(CaseEvent.Decided::ruleAlone).count()));
        case TALK_BEFORE_THIRD_MESSAGE ->
            List.of(
                sum(e -> within(first(talk(e), third(e))) ? 1 : 0),
                sum(e -> within(first(talk(e), third(e))) && talkFirst(e) ? 1 : 0));
        case KNEW_WHO_AND_WHEN -> List.of(askers(all -> 1), askers(all -> allKnew(all) ? 1 : 0));
        case OFFICIALS_MET -> List.of(askers(all -> 1), askers(ByHand::officials));
        default -> List.of(0L, 0L);
      };
    }

    List<Integer> minutes(Measure measure) {
      List<Integer> all = new ArrayList<>();
      byCitizen
          .values()
          .forEach(
              cases ->
                  cases.forEach(
                      events ->
                          all.addAll(
                              measure == Measure.MESSAGE_TO_ACT
                                  ? invoked(events)
                                  : backed(events))));
      return all.stream().sorted().toList();
    }

    private long sum(ToLongFunction<List<CaseEvent>> of) {
      return byCitizen.values().stream().flatMap(List::stream).mapToLong(of).sum();
    }

    /** Over citizens who first wrote in one case or more, of those cases. */
    private long askers(ToLongFunction<List<List<CaseEvent>>> of) {
      return byCitizen.values().stream()
          .map(all -> all.stream().filter(events -> within(asked(events))).toList())
          .filter(all -> !all.isEmpty())
          .mapToLong(of)
          .sum();
    }

    private boolean within(Instant at) {
      return at != null && !at.isBefore(from) && at.isBefore(until);
    }

    private static boolean automatic(List<CaseEvent> events, int i) {
      return i + 1 < events.size() && events.get(i + 1) instanceof CaseEvent.HeldBack;
    }

    private static List<Instant> written(List<CaseEvent> events) {
      List<Instant> all = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i) instanceof CaseEvent.Received in && !automatic(events, i)) {
          all.add(in.at());
        }
      }
      return all;
    }

    private static Instant asked(List<CaseEvent> events) {
      return written(events).stream().findFirst().orElse(null);
    }

    private static Instant third(List<CaseEvent> events) {
      return written(events).stream().skip(2).findFirst().orElse(null);
    }

    private static Instant talk(List<CaseEvent> events) {
      return events.stream()
          .filter(CaseEvent::conversation)
          .findFirst()
          .map(CaseEvent::at)
          .orElse(null);
    }

    private static Instant first(Instant one, Instant other) {
      return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private static boolean talkFirst(List<CaseEvent> events) {
      Instant talk = talk(events);
      return talk != null && (third(events) == null || talk.isBefore(third(events)));
    }

    /** The first thing that told them and that did not come back, within a day. */
    private static boolean knew(List<CaseEvent> events) {
      Instant knew = null;
      String by = null;
      for (CaseEvent one : events) {
        if (one instanceof CaseEvent.Delivery bounced && bounced.entry().equals(by)) {
          knew = null;
        } else if (knew == null && one instanceof CaseEvent.Told told) {
          knew = told.at();
          by = told.entry();
        } else if (knew == null
            && (one instanceof CaseEvent.Replied || one instanceof CaseEvent.Talked)) {
          knew = one.at();
          by = null;
        }
      }
      return knew != null && Duration.between(asked(events), knew).toHours() <= 24;
    }

    private static boolean allKnew(List<List<CaseEvent>> all) {
      return all.stream().allMatch(ByHand::knew);
    }

    private static long officials(List<List<CaseEvent>> all) {
      Set<String> met = new HashSet<>();
      all.forEach(events -> met.addAll(CouncilByHandPropertyTest.met(events)));
      return met.size();
    }

    private List<CaseEvent.Decided> decided(List<CaseEvent> events) {
      return events.stream()
          .filter(CaseEvent.Decided.class::isInstance)
          .map(CaseEvent.Decided.class::cast)
          .filter(one -> within(one.at()))
          .toList();
    }

    /** What was not undone by its author after it. */
    private List<Integer> invoked(List<CaseEvent> events) {
      List<CaseEvent.Invoked> stand = new ArrayList<>();
      for (CaseEvent one : events) {
        if (one instanceof CaseEvent.Invoked made) {
          stand.add(made);
        } else if (one instanceof CaseEvent.InvocationUndone undone) {
          stand.stream()
              .filter(made -> made.by().equals(undone.by()))
              .reduce((earlier, later) -> later)
              .ifPresent(stand::remove);
        }
      }
      return stand.stream()
          .filter(one -> within(one.at()))
          .map(one -> (int) Duration.between(one.asked(), one.at()).toMinutes())
          .toList();
    }

    private List<Integer> backed(List<CaseEvent> events) {
      List<Integer> all = new ArrayList<>();
      Instant asked = null;
      for (CaseEvent one : events) {
        if (one instanceof CaseEvent.BackingAsked) {
          asked = one.at();
        } else if (one instanceof CaseEvent.BackingGiven && within(one.at())) {
          all.add((int) Duration.between(asked, one.at()).toMinutes());
        }
      }
      return all;
    }
  }
}
