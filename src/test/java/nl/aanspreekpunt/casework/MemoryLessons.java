package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.history.Turns;

/** What people taught the matcher, in memory; {@code lessons} is what all nodes share. */
public record MemoryLessons(Map<String, Lesson> lessons, Turns.Side side) implements Lessons {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> teach(Lesson lesson) {
    return side.write(
        () -> {
          lessons.put(lesson.id(), lesson);
          return null;
        });
  }

  @Override
  public Future<Optional<Lesson>> find(String id) {
    return side.read(() -> Optional.ofNullable(lessons.get(id)));
  }

  @Override
  public Future<List<Lesson>> of(String sender) {
    return latest(one -> one.holds() && sender.equals(one.sender()));
  }

  @Override
  public Future<List<Lesson>> words() {
    return latest(one -> one.holds() && one.kind() == Lesson.Kind.WORDS);
  }

  @Override
  public Future<List<Lesson>> latest(int limit) {
    throw listsAreForPeople();
  }

  @Override
  public Future<List<Lesson>> ofTeam(String team, int limit) {
    throw listsAreForPeople();
  }

  private static UnsupportedOperationException listsAreForPeople() {
    return new UnsupportedOperationException("lists are for people");
  }

  private Future<List<Lesson>> latest(Predicate<Lesson> matching) {
    return side.read(
        () ->
            lessons.values().stream()
                .filter(matching)
                .sorted(Comparator.comparing(Lesson::at).reversed())
                .toList());
  }

  @Override
  public Future<Void> revoke(String id, String by, Instant at) {
    return side.write(
        () -> {
          lessons.computeIfPresent(id, (same, one) -> revoked(one, by, at));
          return null;
        });
  }

  private static Lesson revoked(Lesson one, String by, Instant at) {
    return new Lesson(
        one.id(),
        one.kind(),
        one.sender(),
        one.subject(),
        one.number(),
        one.words(),
        one.topic(),
        one.about(),
        one.team(),
        one.by(),
        one.at(),
        by,
        at);
  }

  @Override
  public Future<Void> forget(String id) {
    return side.write(
        () -> {
          lessons.remove(id);
          return null;
        });
  }
}
