package nl.aanspreekpunt.twilio;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoMarks implements Marks {
  private final Table<Mark> marks;

  MongoMarks(Store store) {
    marks = store.journaled("twilioMarks", Mark.class);
  }

  @Override
  public Future<Optional<Mark>> claim(
      String id, String node, Instant now, Instant lease, Instant first, boolean early) {
    return marks
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? begin(new Mark(id, first, node, lease, now))
                    : claim(found.get(), node, now, lease, early));
  }

  private Future<Optional<Mark>> begin(Mark mark) {
    return marks.insert(mark).map(mine -> mine ? Optional.of(mark) : Optional.<Mark>empty());
  }

  private Future<Optional<Mark>> claim(
      Mark there, String node, Instant now, Instant lease, boolean early) {
    boolean due = early || !there.next().isAfter(now);
    return due && !there.lease().isAfter(now)
        ? marks.change(there.id(), asSeen(there), combine(set("node", node), set("lease", lease)))
        : Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Optional<Mark>> reached(Mark mine, Instant until, Instant lease) {
    return marks.change(mine.id(), asSeen(mine), combine(set("until", until), set("lease", lease)));
  }

  @Override
  public Future<Void> release(Mark mine, Instant next) {
    return marks.set(
        mine.id(), asSeen(mine), combine(set("next", next), set("lease", Instant.EPOCH)));
  }

  private static Bson asSeen(Mark mark) {
    return and(eq("node", mark.node()), eq("lease", mark.lease()));
  }
}
