package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uncertain matches that wait for a named person. */
public record Worklist(Cases cases) {
  private static final int MOST = 100;

  /**
   * Those an official is responsible for and those of these teams, each once; what was joined to
   * another case is settled.
   *
   * @param official official id; null: of the teams alone
   * @param teams team ids
   */
  public Future<List<Case>> of(String official, List<String> teams) {
    List<Future<List<Case>>> each = new ArrayList<>();
    if (official != null) {
      each.add(cases.uncertainOf(official, MOST));
    }
    teams.forEach(team -> each.add(cases.uncertain(team, MOST)));
    return Future.all(each)
        .map(
            all -> {
              Map<String, Case> found = new LinkedHashMap<>();
              each.stream()
                  .flatMap(one -> one.result().stream())
                  .filter(one -> !one.joined())
                  .forEach(one -> found.putIfAbsent(one.id(), one));
              return List.copyOf(found.values());
            });
  }
}
