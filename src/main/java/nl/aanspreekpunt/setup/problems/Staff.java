package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.official.Words;

/**
 * Whether there is somebody for everything.
 *
 * @param domains the hub's own, lower case
 * @param differs in how many lines the directory's file says something else than what is in use
 * @param wrong what is wrong with that file, in one line; null when nothing is
 */
public record Staff(Directory directory, List<String> domains, int differs, String wrong) {
  private static final int DAYS_AHEAD = 7;

  public Staff {
    domains = List.copyOf(domains);
  }

  public List<Problem> problems(Instant now) {
    List<Problem> found = new ArrayList<>();
    directory.teams().forEach(team -> coordinator(team, now, found));
    uncovered(now, found);
    named(What.TOPIC_ADDRESS_ELSEWHERE, elsewhere(), found);
    named(What.NUMBER_OF_NOBODY, ofNobody(), found);
    intake(now, found);
    List<String> alone =
        who(one -> directory.employed(one.id(), now))
            .filter(one -> one.deputy() == null)
            .map(Official::name)
            .toList();
    if (!alone.isEmpty()) {
      found.add(Problem.of(What.NO_DEPUTY, alone.size(), Some.of(alone)));
    }
    if (wrong != null) {
      found.add(Problem.of(What.FILE_WRONG, wrong));
    } else if (differs > 0) {
      found.add(Problem.of(What.FILE_DIFFERS, differs));
    }
    return found;
  }

  private void coordinator(Team team, Instant now, List<Problem> found) {
    String id = team.coordinator();
    String name = directory.official(id).map(Official::name).orElse(id);
    if (!directory.employed(id, now)) {
      found.add(Problem.of(What.COORDINATOR_GONE, team.name(), name));
    } else if (directory.absent(id, now) && !directory.deputies(id, now).covered()) {
      found.add(Problem.of(What.COORDINATOR_AWAY, team.name(), name));
    }
  }

  private void uncovered(Instant now, List<Problem> found) {
    List<Official> here = who(one -> directory.here(one.id(), now)).toList();
    List<Words> topics =
        directory.topics().stream()
            .filter(topic -> here.stream().noneMatch(one -> one.topics().contains(topic.id())))
            .map(Topic::name)
            .toList();
    named(What.TOPIC_UNCOVERED, topics, found);
    List<String> neighbourhoods =
        directory.neighbourhoods().entrySet().stream()
            .filter(place -> here.stream().noneMatch(one -> covers(one, place.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    named(What.NEIGHBOURHOOD_UNCOVERED, neighbourhoods, found);
  }

  private static boolean covers(Official one, String neighbourhood) {
    return one.neighbourhoods().isEmpty() || one.neighbourhoods().contains(neighbourhood);
  }

  private Stream<Official> who(Predicate<Official> how) {
    return directory.officials().stream().filter(how);
  }

  private List<String> elsewhere() {
    return directory.topics().stream()
        .map(Topic::addresses)
        .flatMap(List::stream)
        .filter(address -> !domains.contains(address.substring(address.indexOf('@') + 1)))
        .toList();
  }

  /** Numbers whose topic, team or official is not known. */
  private List<String> ofNobody() {
    return directory.numbers().all().stream()
        .filter(one -> !isKnown(one.meaning()))
        .map(OwnNumber::number)
        .toList();
  }

  private boolean isKnown(OwnNumber.Meaning of) {
    if (of instanceof OwnNumber.Meaning.OfTopic topic) {
      return directory.topic(topic.id()).isPresent();
    }
    if (of instanceof OwnNumber.Meaning.OfTeam team) {
      return directory.team(team.id()).isPresent();
    }
    return !(of instanceof OwnNumber.Meaning.OfOfficial official)
        || directory.official(official.id()).isPresent();
  }

  /** The first day on which the rota has nobody who is there. */
  private void intake(Instant now, List<Problem> found) {
    LocalDate today = LocalDate.ofInstant(now, directory.zone());
    Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .filter(day -> directory.opening("").weekdays().contains(day.getDayOfWeek()))
        .filter(day -> !directory.closed(day))
        .filter(day -> directory.intake(day.getDayOfWeek()).stream().noneMatch(on(day)))
        .findFirst()
        .map(day -> day.atTime(LocalTime.NOON).atZone(directory.zone()).toInstant())
        .ifPresent(day -> found.add(Problem.of(What.INTAKE_DAY_EMPTY, day)));
  }

  private Predicate<String> on(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(directory.zone()).toInstant();
    return official -> directory.here(official, noon);
  }

  private static void named(What what, List<?> names, List<Problem> found) {
    if (!names.isEmpty()) {
      found.add(Problem.of(what, Some.of(names)));
    }
  }
}
