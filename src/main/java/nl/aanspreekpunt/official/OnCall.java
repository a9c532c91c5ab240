package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of a message that touches a principle, at any hour. Working hours do not count; who
 * is absent or has left is passed over.
 *
 * @param phone where a text message reaches them (E.164); null when no number is known
 */
public record OnCall(String official, String phone) {
  /**
   * In the order in which they are told: those who have the day, those of other days, who leads the
   * team, and when none of them is there whoever acts for the team's coordinator. Never empty in a
   * directory that was checked, but when everybody is excepted.
   *
   * @param except whom it must not come to (official ids)
   */
  public static List<OnCall> order(
      Directory directory, Topic topic, Instant now, List<String> except) {
    DayOfWeek today = now.atZone(directory.zone()).getDayOfWeek();
    List<CallDuty> rota = topic.principle().onCall();
    Map<String, OnCall> order = new LinkedHashMap<>();
    Stream<CallDuty> theirs = rota.stream().filter(duty -> duty.days().contains(today));
    Stream.concat(theirs, rota.stream())
        .filter(duty -> fits(directory, duty.official(), now, except))
        .forEach(duty -> add(order, duty.official(), duty.phone(), directory));
    Optional<Team> team = directory.team(topic.team());
    team.stream()
        .flatMap(one -> Stream.of(one.coordinator(), one.manager()))
        .filter(one -> fits(directory, one, now, except))
        .forEach(one -> add(order, one, null, directory));
    if (order.isEmpty()) {
      team.map(one -> directory.actingFor(one.coordinator(), now, now, except).id())
          .filter(one -> !except.contains(one))
          .ifPresent(one -> add(order, one, null, directory));
    }
    return List.copyOf(order.values());
  }

  private static boolean fits(
      Directory directory, String official, Instant now, List<String> except) {
    return !except.contains(official) && directory.here(official, now);
  }

  private static void add(
      Map<String, OnCall> order, String official, String phone, Directory directory) {
    String shown = directory.official(official).map(Official::phone).orElse(null);
    order.putIfAbsent(official, new OnCall(official, phone == null ? shown : phone));
  }

  /** Whose number this is, of all who may be on call; empty when it is nobody's. */
  public static Optional<String> whose(Directory directory, String phone) {
    Stream<OnCall> rotas =
        directory.topics().stream()
            .filter(topic -> topic.principle() != null)
            .flatMap(topic -> topic.principle().onCall().stream())
            .map(duty -> new OnCall(duty.official(), duty.phone()));
    Stream<OnCall> shown =
        directory.officials().stream().map(one -> new OnCall(one.id(), one.phone()));
    return Stream.concat(rotas, shown)
        .filter(one -> phone.equals(one.phone()))
        .map(OnCall::official)
        .findFirst();
  }
}
