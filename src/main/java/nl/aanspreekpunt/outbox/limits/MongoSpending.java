package nl.aanspreekpunt.outbox.limits;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.inc;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoSpending implements Spending {
  private static final String TAKEN = "taken";
  private final Table<Day> days;

  /**
   * @param id the date
   */
  public record Day(String id, long taken) {}

  MongoSpending(Store store) {
    days = store.table("sms_days", Day.class);
  }

  @Override
  public Future<Optional<Long>> take(LocalDate day, int segments, int most) {
    return taking(day, segments, most)
        .compose(
            taken ->
                taken.isPresent()
                    ? Future.succeededFuture(taken)
                    : days.insert(new Day(day.toString(), 0))
                        .compose(there -> taking(day, segments, most)));
  }

  private Future<Optional<Long>> taking(LocalDate day, int segments, int most) {
    return days.change(
            day.toString(), lte(TAKEN, (long) most - segments), inc(TAKEN, (long) segments))
        .map(after -> after.map(Day::taken));
  }

  @Override
  public Future<Void> giveBack(LocalDate day, int segments) {
    return days.change(day.toString(), null, inc(TAKEN, (long) -segments)).mapEmpty();
  }

  @Override
  public Future<Long> taken(LocalDate day) {
    return days.find(day.toString()).map(found -> found.map(Day::taken).orElse(0L));
  }
}
