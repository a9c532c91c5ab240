package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Lessons;

/**
 * What people taught, as routing asks for it. Words are kept for a few seconds, so that a message
 * waits for no look-up of them; what was taught of a sender is looked up only when something like
 * it came from them before.
 */
public final class Vocabulary {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private final Lessons lessons;
  private final Clock clock;
  private volatile List<Lesson> words = List.of();
  private volatile Instant readAt = Instant.MIN;

  public Vocabulary(Lessons lessons, Clock clock) {
    this.lessons = lessons;
    this.clock = clock;
  }

  /** Creates the indexes and reads the words. */
  public Future<Void> prepare() {
    return lessons.prepare().compose(ready -> refresh());
  }

  public Lessons lessons() {
    return lessons;
  }

  /** Reads the words anew: before the first message, and after each lesson on this node. */
  public Future<Void> refresh() {
    readAt = clock.instant();
    return lessons
        .words()
        .map(
            read -> {
              words = read;
              return null;
            });
  }

  Future<List<Lesson>> about(Question question) {
    if (readAt.plus(FRESH).isBefore(clock.instant())) {
      refresh();
    }
    return question.mayBeTaught()
        ? lessons.of(question.sender().id()).map(this::with)
        : Future.succeededFuture(words);
  }

  private List<Lesson> with(List<Lesson> ofSender) {
    List<Lesson> all = new ArrayList<>(ofSender);
    all.addAll(words);
    return all;
  }
}
