package nl.aanspreekpunt.story;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoStories implements Stories {
  private static final Bson LATEST = descending("at", "_id");

  private final Store store;
  private final Table<Story> stories;
  private final Table<Quarter> quarters;

  /** How often a story was read in a quarter. */
  public record Quarter(String id, Long reads) {}

  MongoStories(Store store) {
    this.store = store;
    stories = store.journaled("stories", Story.class);
    quarters = store.table("story-readings", Quarter.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "stories",
        List.of(
            Index.on("state", "at", "_id"),
            Index.on("state", "topic", "at", "_id"),
            Index.on("state", "terms", "at", "_id"),
            Index.on("state", "team", "at", "_id"),
            Index.on("by", "at", "_id"),
            Index.on("about", "at", "_id"),
            Index.on("toldAt")));
  }

  @Override
  public Future<Boolean> add(Story told) {
    return stories.insert(told);
  }

  @Override
  public Future<Optional<Story>> find(String id) {
    return stories.find(id);
  }

  @Override
  public Future<Boolean> replace(Story after, long expectedVersion) {
    return stories.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Story>> published(Wanted wanted, Cursor after, int limit) {
    List<Bson> all = new ArrayList<>();
    all.add(eq("state", Story.State.PUBLISHED.name()));
    if (wanted.topic() != null) {
      all.add(eq("topic", wanted.topic()));
    }
    wanted.terms().forEach(term -> all.add(eq("terms", term)));
    if (wanted.council()) {
      all.add(eq("consent", Story.Consent.COUNCIL.name()));
    }
    Bson such = and(all);
    if (after == null) {
      return stories.find(such, LATEST, limit);
    }
    Bson same = and(such, eq("at", after.at()), lt("_id", after.id()));
    Bson older = and(such, lt("at", after.at()));
    return stories.find(same, older, LATEST, limit);
  }

  @Override
  public Future<List<Story>> waiting(String team, int limit) {
    Bson told = eq("state", Story.State.TOLD.name());
    return stories.find(team == null ? told : and(told, eq("team", team)), LATEST, limit);
  }

  @Override
  public Future<List<Story>> of(String official, int limit) {
    return stories.find(eq("by", official), LATEST, limit);
  }

  @Override
  public Future<List<Story>> about(String number, int limit) {
    return stories.find(eq("about", number), LATEST, limit);
  }

  @Override
  public Future<Long> told(Instant from, Instant until, int atMost) {
    return stories.count(and(gte("toldAt", from), lt("toldAt", until)), atMost);
  }

  @Override
  public Future<Void> read(String quarter) {
    return quarters.upsert(quarter, inc("reads", 1L)).mapEmpty();
  }

  @Override
  public Future<Long> readings(String quarter) {
    return quarters
        .find(quarter)
        .map(found -> found.map(Quarter::reads).filter(reads -> reads != null).orElse(0L));
  }
}
