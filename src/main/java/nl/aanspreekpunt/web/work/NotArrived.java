package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Undelivered;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** Finds what could not be delivered of the cases of some teams, and was not made good since. */
public record NotArrived(Outbox outbox, Cases cases) {
  /** Of each state: more than somebody can look into in a day. */
  private static final int LOOKED_AT = 200;

  public Future<Map<Outgoing, Case>> of(List<String> teams) {
    if (teams.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    List<Future<List<Outgoing>>> each =
        Stream.of(Outgoing.State.REFUSED, Outgoing.State.DEAD, Outgoing.State.UNKNOWN)
            .map(state -> outbox.list(state, null, LOOKED_AT))
            .toList();
    return Future.all(each)
        .map(all -> each.stream().flatMap(one -> one.result().stream()).toList())
        .compose(entries -> withCases(entries, teams));
  }

  private Future<Map<Outgoing, Case>> withCases(List<Outgoing> entries, List<String> teams) {
    List<String> numbers =
        entries.stream().map(entry -> entry.notice().caseNumber()).distinct().toList();
    return cases
        .findAll(numbers)
        .compose(this::followed)
        .map(
            byNumber -> {
              Map<Outgoing, Case> theirs = new LinkedHashMap<>();
              for (Outgoing entry : entries) {
                Case one = byNumber.get(entry.notice().caseNumber());
                if (one != null && teams.contains(one.team()) && stillToTell(entry, one)) {
                  theirs.put(entry, one);
                }
              }
              return theirs;
            });
  }

  /** By the number that a message names: the case, or the one it was joined to. */
  private Future<Map<String, Case>> followed(List<Case> found) {
    Map<String, Case> byNumber =
        found.stream()
            .filter(one -> !one.joined())
            .collect(
                Collectors.toMap(Case::id, Function.identity(), (one, same) -> one, HashMap::new));
    List<Future<Void>> joined =
        found.stream()
            .filter(Case::joined)
            .map(
                one ->
                    Joining.followed(cases, one.id())
                        .<Void>map(
                            now -> {
                              now.ifPresent(it -> byNumber.put(one.id(), it));
                              return null;
                            }))
            .toList();
    return Future.all(joined).map(byNumber);
  }

  /** What an official did not get is in nobody's timeline: it stays until it is sent again. */
  private static boolean stillToTell(Outgoing entry, Case one) {
    return entry.notice().toStaff()
        || Undelivered.in(one).stream().anyMatch(lost -> lost.failure().entry().equals(entry.id()));
  }
}
