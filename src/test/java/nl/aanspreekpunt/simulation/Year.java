package nl.aanspreekpunt.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.council.Counted;
import nl.aanspreekpunt.council.Counting;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.promise.Promise;

/** One year of a municipality: what citizens write, who is there, and what becomes of it. */
final class Year {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalTime OPENS = LocalTime.of(8, 30);
  private static final int HOURS = 9;
  private static final int FORGOTTEN = 40;

  /** Of what a day brings; the rest comes while the offices are open. */
  private static final double IN_THE_EVENING = 0.3;

  /** Of the inhabitants; of those who write; of what is written. */
  private static final double WRITE = 0.6;

  private static final double OFTEN = 0.2;
  private static final double BY_THOSE = 0.6;
  private static final double FOLLOWS_UP = 0.25;
  private static final double USUAL_TOPIC = 0.6;
  private static final double FITS_NOWHERE = 0.05;
  private static final double WANTS_A_CALL = 0.08;
  private static final int KNOWN_BEFORE = 14;

  private final Size size;
  private final Scenario scenario;
  private final Random random;
  private final Lives lives;
  private final Hands clock = new Hands(at(0, LocalTime.MIN));
  private final Ledger ledger = new Ledger();
  private final Municipality town;
  private final HumanWork human;
  private final Random feelings;
  private final Map<Integer, List<Case>> comingBack = new HashMap<>();
  private final List<Counting.Question> counted = new ArrayList<>();
  private final Work work;
  private final Map<String, String> lastCase = new HashMap<>();
  private final Map<Integer, List<String>> closedOn = new HashMap<>();
  private final Set<String> withNobody = new HashSet<>();
  private int today;

  Year(Size size, Scenario scenario, long seed) {
    this.size = size;
    this.scenario = scenario;
    this.random = new Random(seed);
    this.lives = new Lives(size, new Random(seed + 1));
    String yaml = new Staff(size, scenario, lives.hires()).yaml();
    town = new Municipality(yaml, scenario.standing(), clock, this::opened, this::changed);
    human =
        scenario.human() == null
            ? null
            : new HumanWork(town, scenario.human(), new Random(seed + 4), clock::instant);
    feelings = new Random(seed + 3);
    work = new Work(town, ledger, size, new Random(seed + 2), human);
  }

  private static Instant at(int day, LocalTime time) {
    return FIRST.plusDays(day).atTime(time).atZone(ZONE).toInstant();
  }

  Ledger live() {
    lives
        .each()
        .forEach(
            (official, life) -> {
              if (life.starts() > 0) {
                away(official, 0, life.starts());
              }
            });
    for (today = 0; today < size.days(); today++) {
      staffComesAndGoes();
      if (isOpen(today)) {
        workday();
      }
      evening();
      endOfDay();
    }
    ledger.openAtEnd =
        town.cases().all().stream()
            .filter(Case::open)
            .flatMap(one -> one.openPromises().stream())
            .filter(promise -> promise.due().isBefore(clock.instant()))
            .count();
    ledger.withNobody = withNobody.size();
    return ledger;
  }

  /** What the council's report says of the year, by its own definitions. Once lived. */
  List<Counted> report() {
    town.cases().all().forEach(this::count);
    counted.sort(Comparator.comparing(Counting.Question::citizen));
    Counting counting = new Counting(at(0, LocalTime.MIN), at(size.days(), LocalTime.MIN));
    counted.forEach(counting::add);
    return counting.counted();
  }

  private void count(Case one) {
    if (human != null) {
      counted.add(Counting.Question.of(one));
    }
  }

  private boolean isOpen(int day) {
    return town.directory().clock(null).openAt(at(day, LocalTime.NOON));
  }

  /** As far as the hub hears of it. */
  private void staffComesAndGoes() {
    clock.to(at(today, LocalTime.of(8, 0)));
    lives.each().forEach(this::comesOrGoes);
    town.tick();
  }

  private void comesOrGoes(String official, Lives.Life life) {
    if (life.marked() == today) {
      town.left(official);
    }
    if (!scenario.deputies() || !life.employedOn(today)) {
      return;
    }
    for (Lives.Away away : life.away()) {
      if (away.planned() && Math.max(0, away.from() - KNOWN_BEFORE) == today) {
        away(official, away.from(), away.until());
      } else if (!away.planned() && away.known() && away.from() == today) {
        away(official, away.from(), -1);
      } else if (!away.planned() && away.known() && away.until() == today) {
        town.back(official);
      }
    }
  }

  /**
   * @param until below 0: until further notice
   */
  private void away(String official, int from, int until) {
    Instant back = until < 0 ? null : at(until, LocalTime.MIN);
    town.away(
        new Absence(official, at(from, LocalTime.MIN), back, null, "afwezig", "simulation", null));
  }

  private void workday() {
    List<String> here =
        lives.each().entrySet().stream()
            .filter(one -> one.getValue().atWorkOn(today))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    here.forEach(ledger::worked);
    double share = (1 - IN_THE_EVENING) / HOURS;
    for (int hour = 0; hour < HOURS; hour++) {
      clock.to(at(today, OPENS).plus(Duration.ofHours(hour)));
      town.tick();
      onCall();
      write(share);
      here.forEach(work::anHour);
    }
  }

  private void evening() {
    clock.to(at(today, LocalTime.of(20, 0)));
    write(isOpen(today) ? IN_THE_EVENING : IN_THE_EVENING / 2);
    town.tick();
    if (human != null) {
      writesBack();
      clock.to(at(today, LocalTime.of(21, 0)));
      human.onCall();
    }
  }

  private void onCall() {
    if (human != null) {
      human.onCall();
    }
  }

  /** Who was told no and does not agree. */
  private void writesBack() {
    for (Case one : comingBack.getOrDefault(today, List.of())) {
      String from = one.participants().get(0).address().value();
      ledger.contact(from);
      town.write(from, one.id(), "Dat klopt niet.", clock.instant());
    }
    comingBack.remove(today);
  }

  private void write(double share) {
    int count = Work.poisson(share * size.contacts() / size.days() * 1.35, random);
    for (int i = 0; i < count; i++) {
      write();
    }
  }

  /** What they want is drawn whether it comes to that or not: the same letters in each scenario. */
  private void write() {
    int citizen = writer();
    boolean goesOn = random.nextDouble() < FOLLOWS_UP;
    boolean asUsual = random.nextDouble() < USUAL_TOPIC;
    int other = random.nextInt(size.teams());
    boolean fits = random.nextDouble() >= FITS_NOWHERE;
    boolean call = random.nextDouble() < WANTS_A_CALL;
    String from = "c" + citizen + "@burger.example";
    ledger.contact(from);
    String last = lastCase.get(from);
    String about = fits ? Staff.word(asUsual ? citizen % size.teams() : other) : "iets";
    if (human != null) {
      about = felt(about, citizen % size.teams());
    }
    String text = "Over " + about + "." + (call ? " Kunt u mij bellen op 06 12345678?" : "");
    town.write(from, goesOn ? last : null, text, clock.instant());
  }

  /** Drawn whether it is of use or not: the same letters in each scenario. */
  private String felt(String about, int team) {
    boolean urgent = feelings.nextDouble() < Human.URGENT;
    boolean upset = feelings.nextDouble() < Human.UPSET;
    return (urgent ? Staff.urgentWord(team) : about) + (upset ? ". Ik ben radeloos" : "");
  }

  private int writer() {
    int writing = (int) (size.inhabitants() * WRITE);
    int often = (int) (writing * OFTEN);
    return random.nextDouble() < BY_THOSE
        ? random.nextInt(often)
        : often + random.nextInt(writing - often);
  }

  private void opened(Case one) {
    ledger.opened(one);
    if (human != null) {
      human.opened(one);
    }
    lastCase.put(one.participants().get(0).address().value(), one.id());
  }

  private void changed(Case before, Case after) {
    ledger.changed(before, after);
    if (human != null && before.open() && !after.open() && after.outcome() == Outcome.REFUSED) {
      refused(after);
    }
    if (before.open() && !after.open()) {
      closedOn.computeIfAbsent(today, day -> new ArrayList<>()).add(after.id());
    }
  }

  private void refused(Case one) {
    boolean spoken = one.happened(CaseEvent.Decided.class).anyMatch(CaseEvent.Decided::spoken);
    if (HumanWork.comesBack(one, spoken)) {
      comingBack.computeIfAbsent(today + Human.DAYS_UNTIL_BACK, day -> new ArrayList<>()).add(one);
    }
  }

  private void endOfDay() {
    List<Case> idle = new ArrayList<>();
    Instant longAgo = clock.instant().minus(Duration.ofDays(FORGOTTEN));
    for (Case one : town.cases().all()) {
      if (one.open()) {
        look(one);
        if (one.wakeAt() == null && lastEvent(one).isBefore(longAgo)) {
          idle.add(one);
        }
      }
    }
    idle.forEach(this::forget);
    for (String number : closedOn.getOrDefault(today - FORGOTTEN, List.of())) {
      if (!town.cases().find(number).result().map(Case::open).orElse(true)) {
        town.cases().find(number).result().ifPresent(this::forget);
      }
    }
    closedOn.remove(today - FORGOTTEN);
  }

  private static Instant lastEvent(Case one) {
    return one.events().get(one.events().size() - 1).at();
  }

  private void forget(Case one) {
    count(one);
    lastCase.remove(one.participants().get(0).address().value(), one.id());
    town.cases().forget(one.id());
  }

  private void look(Case one) {
    boolean somebody =
        employed(one.official())
            || one.actingNow().map(Acting::official).filter(this::employed).isPresent();
    if (!somebody) {
      withNobody.add(one.id());
    }
    if (isOpen(today)) {
      for (Promise promise : one.openPromises()) {
        if (!lives.each().get(one.ownerOf(promise)).atWorkOn(today)) {
          ledger.unattended++;
        }
      }
    }
  }

  /** As far as the hub knows. */
  private boolean employed(String official) {
    return town.directory().employed(official, clock.instant());
  }
}
