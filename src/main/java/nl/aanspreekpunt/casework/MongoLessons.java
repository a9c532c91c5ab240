package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoLessons implements Lessons {
  private static final int OF_A_SENDER = 50;
  private static final int WORDS = 200;
  private static final Bson LATEST = descending("at");

  private final Store store;
  private final Table<Lesson> lessons;

  MongoLessons(Store store) {
    this.store = store;
    lessons = store.journaled("lessons", Lesson.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "lessons",
        List.of(
            Index.on("sender", "at"),
            Index.on("kind", "at"),
            Index.on("team", "at"),
            Index.on("at")));
  }

  @Override
  public Future<Void> teach(Lesson lesson) {
    List<Bson> all = new ArrayList<>();
    all.add(set("kind", lesson.kind().name()));
    put(all, "sender", lesson.sender());
    put(all, "subject", lesson.subject());
    put(all, "number", lesson.number());
    put(all, "words", lesson.words());
    put(all, "topic", lesson.topic());
    put(all, "about", lesson.about());
    put(all, "team", lesson.team());
    put(all, "by", lesson.by());
    all.add(set("at", lesson.at()));
    all.add(unset("revokedBy"));
    all.add(unset("revokedAt"));
    return lessons.upsert(lesson.id(), combine(all)).mapEmpty();
  }

  private static void put(List<Bson> all, String field, String value) {
    if (value != null) {
      all.add(set(field, value));
    }
  }

  @Override
  public Future<Optional<Lesson>> find(String id) {
    return lessons.find(id);
  }

  @Override
  public Future<List<Lesson>> of(String sender) {
    return lessons.find(eq("sender", sender), LATEST, OF_A_SENDER).map(MongoLessons::holding);
  }

  @Override
  public Future<List<Lesson>> words() {
    return lessons
        .find(eq("kind", Lesson.Kind.WORDS.name()), LATEST, WORDS)
        .map(MongoLessons::holding);
  }

  private static List<Lesson> holding(List<Lesson> all) {
    return all.stream().filter(Lesson::holds).toList();
  }

  @Override
  public Future<List<Lesson>> latest(int limit) {
    return lessons.find(gt("at", Instant.EPOCH), LATEST, limit);
  }

  @Override
  public Future<List<Lesson>> ofTeam(String team, int limit) {
    return lessons.find(eq("team", team), LATEST, limit);
  }

  @Override
  public Future<Void> revoke(String id, String by, Instant at) {
    return lessons.set(id, combine(set("revokedBy", by), set("revokedAt", at)));
  }

  @Override
  public Future<Void> forget(String id) {
    return lessons.delete(id).mapEmpty();
  }
}
