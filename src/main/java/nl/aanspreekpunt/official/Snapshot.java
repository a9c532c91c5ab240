package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/** The file's definition and the facts that people stated, indexed once and then only read. */
final class Snapshot implements Directory {
  private final long version;
  private final ZoneId zone;
  private final int callAttempts;
  private final boolean asksHelped;
  private final TalkSettings talks;
  private final Numbers numbers;
  private final Definition definition;
  private final List<Departure> departures;
  private final List<Pin> pins;
  private final Map<String, Profile> profiles;
  private final List<Absence> absences;
  private final Map<String, Official> people = new LinkedHashMap<>();
  private final Map<String, Team> teams;
  private final Map<String, Topic> topics;
  private final Map<String, Official> byAddress = new HashMap<>();
  private final Map<String, String> byTopicAddress = new HashMap<>();
  private final Map<String, WorkingTime> clocks = new HashMap<>();
  private final WorkingTime usualClock;
  private final Map<String, WorkingTime> hours;
  private final Presence presence;
  private final Succession succession;
  private final Rota rota;
  private final Keywords<Topic> keywords = new Keywords<>();
  private final Keywords<String> neighbourhoods = new Keywords<>();

  Snapshot(long version, Definition definition, Facts facts, ZoneId zone) {
    this(version, definition, facts, new DirectorySettings("", List.of(), zone));
  }

  Snapshot(long version, Definition definition, Facts facts, DirectorySettings settings) {
    this.callAttempts = settings.callAttempts();
    this.asksHelped = settings.asksHelped();
    this.talks = settings.talks();
    this.numbers = settings.numbers();
    this.version = version;
    this.zone = settings.zone();
    this.definition = definition;
    departures = facts.departures();
    pins = new ArrayList<>(facts.pins());
    Collections.reverse(pins);
    profiles = byId(facts.profiles(), Profile::official);
    absences = together(definition.absences(), facts.absences());
    facts.former().forEach(former -> people.put(former.id(), former.official()));
    definition.officials().forEach(official -> people.put(official.id(), official));
    facts
        .addresses()
        .forEach(
            one ->
                Optional.ofNullable(people.get(one.official()))
                    .ifPresent(who -> byAddress.put(one.address(), who)));
    people.values().forEach(official -> byAddress.put(official.address(), official));
    teams = byId(definition.teams(), Team::id);
    topics = byId(definition.topics(), Topic::id);
    usualClock = clock(definition.hours(), zone);
    for (Team team : definition.teams()) {
      clocks.put(team.id(), team.hours() == null ? usualClock : clock(team.hours(), zone));
    }
    hours = clocksOfOfficials(zone);
    presence = new Presence(hours, absences, departures);
    succession = new Succession(people, teams, presence);
    rota = new Rota(definition.intake(), usualClock, zone, presence);
    facts.topics().forEach(one -> addresses(one.addresses(), one.id()));
    for (Topic topic : definition.topics()) {
      addresses(topic.addresses(), topic.id());
      topic.keywords().forEach(keyword -> keywords.add(keyword, topic));
    }
    definition.neighbourhoods().forEach((id, name) -> neighbourhoods.add(id, id));
    definition.neighbourhoods().forEach((id, name) -> neighbourhoods.add(name, id));
  }

  private void addresses(List<String> all, String topic) {
    all.forEach(address -> byTopicAddress.put(address, topic));
  }

  /** An absence that people stated goes before the file's one from the same moment. */
  private static List<Absence> together(List<Absence> planned, List<Absence> stated) {
    Map<String, Absence> together = new LinkedHashMap<>();
    planned.forEach(absence -> together.put(absence.official() + absence.from(), absence));
    stated.forEach(absence -> together.put(absence.official() + absence.from(), absence));
    return List.copyOf(together.values());
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream()
        .collect(Collectors.toMap(id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  private WorkingTime clock(OpeningHours hours, ZoneId zone) {
    return WorkingTime.of(hours, definition.holidays(), zone);
  }

  private Map<String, WorkingTime> clocksOfOfficials(ZoneId zone) {
    Map<String, WorkingTime> own = new HashMap<>();
    for (Official official : definition.officials()) {
      own.put(
          official.id(),
          official.hours() == null ? clock(official.team()) : clock(official.hours(), zone));
    }
    return own;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Profile profile(String official) {
    return profiles.getOrDefault(official, Directory.super.profile(official));
  }

  @Override
  public List<Pin> pins() {
    return Collections.unmodifiableList(pins);
  }

  @Override
  public int callAttempts() {
    return callAttempts;
  }

  @Override
  public boolean asksHelped() {
    return asksHelped;
  }

  @Override
  public TalkSettings talks() {
    return talks;
  }

  @Override
  public List<Official> officials() {
    return definition.officials();
  }

  @Override
  public List<Team> teams() {
    return definition.teams();
  }

  @Override
  public List<Topic> topics() {
    return definition.topics();
  }

  @Override
  public Map<String, String> neighbourhoods() {
    return definition.neighbourhoods();
  }

  @Override
  public Ladder ladder(String team) {
    Team own = team == null ? null : team(team).orElse(null);
    return own == null || own.ladder() == null ? definition.ladder() : own.ladder();
  }

  @Override
  public Optional<Official> official(String id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Team> team(String id) {
    return Optional.ofNullable(teams.get(moves().of(Moves.What.TEAM, id, null, null).orElse(id)));
  }

  @Override
  public Optional<Topic> topic(String id, String neighbourhood) {
    String now = moves().of(Moves.What.TOPIC, id, neighbourhood, null).orElse(id);
    return Optional.ofNullable(topics.get(now));
  }

  @Override
  public Moves moves() {
    return definition.moves();
  }

  @Override
  public Norm norm(PromiseKind kind, Matter matter) {
    return definition.norms().of(kind, matter);
  }

  @Override
  public Norm silence(Matter matter) {
    return definition.norms().silence(matter);
  }

  @Override
  public Optional<Extension> extension(Matter matter) {
    return definition.norms().extension(matter);
  }

  @Override
  public Numbers numbers() {
    return numbers;
  }

  @Override
  public Optional<Official> byAddress(String address) {
    return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<Topic> byTopicAddress(String address, String neighbourhood) {
    return Optional.ofNullable(byTopicAddress.get(address.toLowerCase(Locale.ROOT)))
        .flatMap(id -> topic(id, neighbourhood));
  }

  @Override
  public WorkingTime clock(String team) {
    return team(team).map(one -> clocks.get(one.id())).orElse(usualClock);
  }

  @Override
  public int share(String official) {
    return official(official).map(this::share).orElse(Sharing.FULL);
  }

  /** As the file says, else their own hours beside their team's. */
  private int share(Official official) {
    if (official.sharing().share() != null || official.hours() == null) {
      return official.sharing().share() == null ? Sharing.FULL : official.sharing().share();
    }
    OpeningHours usual = opening(official.team());
    long percent =
        Sharing.FULL
            * official.hours().weekly().toMinutes()
            / Math.max(1, usual.weekly().toMinutes());
    return (int) Math.max(Sharing.LEAST_SHARE, Math.min(Sharing.FULL, percent));
  }

  @Override
  public OpeningHours opening(String team) {
    return team(team).map(Team::hours).orElse(definition.hours());
  }

  @Override
  public boolean closed(LocalDate day) {
    return definition.holidays().on(day);
  }

  @Override
  public WorkingTime hours(String official) {
    return hours.getOrDefault(official, usualClock);
  }

  @Override
  public Instant offerLapses(String official, Instant now) {
    String team = official(official).map(Official::team).orElse(null);
    Norm own = team(team).map(Team::offer).orElse(null);
    return clock(team).after(now, own == null ? definition.offer() : own);
  }

  @Override
  public int mostOfficials() {
    return definition.mostOfficials();
  }

  @Override
  public boolean employed(String official, Instant now) {
    return presence.employed(official, now);
  }

  @Override
  public boolean absent(String official, Instant now) {
    return presence.absent(official, now);
  }

  @Override
  public boolean here(String official, Instant now) {
    return presence.here(official, now);
  }

  @Override
  public Optional<Absence> absence(String official, Instant moment) {
    return presence.absence(official, moment);
  }

  @Override
  public boolean works(String official, Instant now, Instant before) {
    return presence.employed(official, now)
        && presence.back(official, now).filter(before::isAfter).isPresent();
  }

  @Override
  public Optional<Instant> back(String official, Instant now) {
    return presence.employed(official, now) ? presence.back(official, now) : Optional.empty();
  }

  @Override
  public Deputies deputies(String official, Instant moment) {
    return succession.deputies(official, moment);
  }

  @Override
  public boolean present(String official, Instant now, Instant before) {
    return presence.present(official, now, before);
  }

  @Override
  public Official actingFor(String official, Instant now, Instant before, List<String> except) {
    return succession.acting(official, now, before, except);
  }

  @Override
  public Official successorOf(String official, Instant now, List<String> except) {
    return succession.successor(official, now, except);
  }

  @Override
  public List<String> intake(DayOfWeek day) {
    return definition.intake().stream()
        .filter(duty -> duty.days().contains(day))
        .map(Duty::official)
        .toList();
  }

  @Override
  public List<Official> onIntakeDuty(Instant now, List<String> except) {
    List<String> share = rota.onDuty(now, except);
    return share.isEmpty()
        ? List.of(actingFor(definition.intake().get(0).official(), now, now, except))
        : share.stream().map(people::get).toList();
  }

  @Override
  public Optional<Official> complaintsOfficial(List<String> involved, Instant now) {
    List<Official> fit =
        officials().stream()
            .filter(official -> !involved.contains(official.id()))
            .filter(official -> employed(official.id(), now))
            .sorted(Comparator.comparing(this::distanceToComplaints))
            .toList();
    Predicate<Official> here = official -> presence.here(official.id(), now);
    int nearest = fit.isEmpty() ? 0 : distanceToComplaints(fit.get(0));
    return fit.stream()
        .filter(official -> distanceToComplaints(official) == nearest)
        .filter(here)
        .findFirst()
        .or(() -> fit.stream().findFirst());
  }

  private int distanceToComplaints(Official official) {
    if (official.roles().contains(Role.COMPLAINTS)) {
      return 0;
    }
    boolean manages = teams().stream().anyMatch(team -> team.manager().equals(official.id()));
    return manages ? 1 : ledBy(official.id()).isEmpty() ? 3 : 2;
  }

  @Override
  public List<Absence> absences() {
    return absences;
  }

  @Override
  public List<Departure> departures() {
    return departures;
  }

  @Override
  public List<Team> ledBy(String official) {
    return teams().stream()
        .filter(team -> team.coordinator().equals(official) || team.manager().equals(official))
        .toList();
  }

  @Override
  public Optional<TopicMatch> topicIn(String text) {
    Map<Topic, Integer> counts = new HashMap<>();
    Map<Topic, Set<String>> words = new HashMap<>();
    for (Keywords.Found<Topic> found : keywords.in(text)) {
      for (Topic topic : found.meanings()) {
        counts.merge(topic, 1, Integer::sum);
        words.computeIfAbsent(topic, unused -> new LinkedHashSet<>()).add(found.phrase());
      }
    }
    Topic best = null;
    for (Topic topic : topics()) {
      if (counts.getOrDefault(topic, 0) > (best == null ? 0 : counts.get(best))) {
        best = topic;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new TopicMatch(best, new ArrayList<>(words.get(best))));
  }

  @Override
  public Optional<String> neighbourhoodIn(String text) {
    return neighbourhoods.in(text).stream().flatMap(found -> found.meanings().stream()).findFirst();
  }
}
