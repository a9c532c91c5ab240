package nl.aanspreekpunt.figures;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** Found by {@code _id} alone: it needs no index. */
final class MongoDays implements Days {
  private final Table<Day> days;

  MongoDays(Store store) {
    days = store.table("figures", Day.class);
  }

  @Override
  public Future<List<Day>> find(List<LocalDate> wanted, List<String> teams) {
    return days.findAll(ids(wanted, teams), "promises");
  }

  @Override
  public Future<List<Day>> behind(List<LocalDate> wanted, List<String> teams) {
    return days.findAll(ids(wanted, teams));
  }

  private static List<String> ids(List<LocalDate> wanted, List<String> teams) {
    return wanted.stream()
        .flatMap(
            day ->
                teams == null
                    ? List.of(Day.id(day, null)).stream()
                    : teams.stream().map(team -> Day.id(day, team)))
        .toList();
  }

  @Override
  public Future<Boolean> keep(Day counted) {
    return counted.version() == 1
        ? days.insert(counted)
        : days.replace(counted, counted.version() - 1);
  }
}
