package nl.aanspreekpunt.routing.learned;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.casework.Administrators;
import nl.aanspreekpunt.casework.Suggestion;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggests topics, learned here from questions that officials corrected or answered. Off until an
 * administrator turns it on, which they can only while it does better than the keyword rules on
 * questions held out; measured anew each week, and turned off by itself when it no longer does.
 */
public final class Learning {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final int MOST_EXAMPLES = 4_000;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int LISTED = 20;
  private static final String HUB = "hub";
  private static final Duration EVERY = Duration.ofDays(7);
  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(5);

  private final WorkerExecutor training;
  private final Models models;
  private final Examples examples;
  private final Directories directories;
  private final Clock clock;
  private final Administrators administrators;
  private final int mostBytes;
  private volatile Loaded loaded;
  private volatile Instant told;

  /** What suggests on this node. */
  private record Loaded(int version, TopicModel model) {}

  /** Why nothing was done. */
  public enum Refused {
    TOO_FEW,
    TOO_LARGE,
    NOT_BETTER
  }

  /**
   * What came of it.
   *
   * @param refused null when it was done
   */
  public record Done(Refused refused) {}

  /** How it stands; models latest first, without their content. */
  public record State(Switch now, List<LearnedModel> models) {
    /** May be turned on. */
    public boolean better() {
      return !models.isEmpty() && models.get(0).better();
    }
  }

  public Learning(
      Vertx vertx,
      Models models,
      Examples examples,
      Directories directories,
      Outbox outbox,
      Clock clock) {
    this(vertx, models, examples, directories, outbox, clock, MOST_BYTES);
  }

  /**
   * @param mostBytes of a model that is kept
   */
  Learning(
      Vertx vertx,
      Models models,
      Examples examples,
      Directories directories,
      Outbox outbox,
      Clock clock,
      int mostBytes) {
    this.models = models;
    this.examples = examples;
    this.directories = directories;
    this.clock = clock;
    this.mostBytes = mostBytes;
    administrators = new Administrators(outbox, directories, clock);
    training =
        vertx.createSharedWorkerExecutor(
            "learning", 1, LONGEST_TRAINING.toSeconds(), TimeUnit.SECONDS);
  }

  public Future<Void> prepare() {
    return models.prepare();
  }

  public Future<State> state() {
    return Future.all(models.state(), models.latest(LISTED))
        .map(both -> new State(both.resultAt(0), both.resultAt(1)));
  }

  /** Trains a new version from what is there now, and measures it. */
  public Future<Done> measure(String by) {
    return examples
        .latest(MOST_EXAMPLES)
        .compose(
            all -> {
              Directory directory = directories.current();
              return training.executeBlocking(
                  () ->
                      Measured.of(
                          all, text -> directory.topicIn(text).map(match -> match.topic().id())));
            })
        .compose(
            measured ->
                measured.isEmpty()
                    ? without(Refused.TOO_FEW)
                    : keep(measured.get(), by, Models.TRIES))
        .compose(done -> models.change(state -> state.measured(clock.instant())).map(done));
  }

  /** What was learned before is not trusted longer, nor kept: it may hold what was destroyed. */
  private Future<Done> without(Refused why) {
    return models
        .change(state -> state.on() ? state.off(clock.instant(), why) : state)
        .compose(this::load)
        .compose(off -> models.latest(1))
        .compose(
            latest ->
                latest.isEmpty()
                    ? Future.succeededFuture()
                    : models.forget(latest.get(0).version()))
        .map(new Done(why));
  }

  private static Future<Done> refused(Refused why) {
    return Future.succeededFuture(new Done(why));
  }

  private Future<Done> keep(Measured measured, String by, int left) {
    byte[] content = measured.model().written();
    if (content.length > mostBytes) {
      LOG.warn(
          "a learned model of {} bytes is not kept; at most {} are", content.length, mostBytes);
      return without(Refused.TOO_LARGE);
    }
    return models
        .latest(1)
        .map(latest -> latest.isEmpty() ? 0 : latest.get(0).version())
        .compose(
            before -> {
              LearnedModel made =
                  LearnedModel.of(before + 1, measured, content, clock.instant(), by);
              return models
                  .add(made)
                  .compose(
                      added ->
                          added
                              ? settle(made).compose(done -> models.forget(before).map(done))
                              : left == 0
                                  ? Future.failedFuture("models are trained too often by others")
                                  : keep(measured, by, left - 1));
            });
  }

  /** While on, the new version takes over, or it is turned off. */
  private Future<Done> settle(LearnedModel made) {
    return models.change(state -> settled(state, made)).compose(this::load).map(new Done(null));
  }

  private Switch settled(Switch state, LearnedModel made) {
    if (!state.on() || state.model() > made.version()) {
      return state;
    }
    if (made.better()) {
      return state.turned(true, made.version(), state.at(), state.by());
    }
    LOG.warn(
        "the learned suggestion of topics was turned off: {} of {} right, the keywords {}",
        made.learnedRight(),
        made.heldOut(),
        made.keywordsRight());
    return state.off(clock.instant(), Refused.NOT_BETTER);
  }

  /** On only while the latest version is better than the keyword rules. */
  public Future<Done> turn(boolean on, String by) {
    return on ? on(by) : turned(false, 0, by);
  }

  private Future<Done> on(String by) {
    return models
        .latest(1)
        .compose(
            latest ->
                latest.isEmpty()
                    ? Future.succeededFuture(Optional.<LearnedModel>empty())
                    : models.find(latest.get(0).version()))
        .map(latest -> latest.filter(LearnedModel::better).filter(LearnedModel::whole))
        .compose(
            better ->
                better.isEmpty()
                    ? refused(Refused.NOT_BETTER)
                    : turned(true, better.get().version(), by));
  }

  private Future<Done> turned(boolean on, int model, String by) {
    return models
        .change(
            state ->
                state.on() == on && state.model() == model
                    ? state
                    : state.turned(on, model, clock.instant(), by))
        .compose(this::load)
        .map(new Done(null));
  }

  /** Takes over what another node learned or turned; measures anew when a week has passed. */
  public Future<Void> tick() {
    return models.state().compose(state -> load(state).compose(ready -> again(state)));
  }

  private Future<Void> load(Switch state) {
    Loaded known = loaded;
    if (!state.on()) {
      loaded = null;
      return state.turnedItselfOff() ? tell(state) : Future.succeededFuture();
    }
    if (known != null && known.version() == state.model()) {
      return Future.succeededFuture();
    }
    return models
        .find(state.model())
        .compose(found -> training.executeBlocking(() -> read(found)))
        .map(
            read -> {
              loaded = read.orElse(null);
              return null;
            });
  }

  /** Also what a crash left untold; once for each time. */
  private Future<Void> tell(Switch off) {
    boolean past = off.at().plus(EVERY).isBefore(clock.instant());
    if (past || off.at().equals(told)) {
      return Future.succeededFuture();
    }
    String why = off.why() == null ? "" : "-" + off.why().name().toLowerCase(Locale.ROOT);
    return administrators
        .told(
            "learned-off." + off.at().toEpochMilli(),
            Map.of("what", "learned-off" + why, "page", "/werk/geleerd"))
        .onSuccess(done -> told = off.at());
  }

  private static Optional<Loaded> read(Optional<LearnedModel> found) {
    return found
        .filter(LearnedModel::whole)
        .map(model -> new Loaded(model.version(), TopicModel.read(model.content())));
  }

  /** One node does it: whose claim of the week is written. */
  private Future<Void> again(Switch state) {
    Instant now = clock.instant();
    if (state.measuredAt() == null || state.measuredAt().plus(EVERY).isAfter(now)) {
      return Future.succeededFuture();
    }
    return models
        .turn(state.measured(now), state.version())
        .compose(won -> won ? measure(HUB) : refused(null))
        .mapEmpty();
  }

  /** A topic that is not confidential; empty while it is off, or not certain enough. */
  public Optional<Suggestion> suggest(String text) {
    Loaded now = loaded;
    return now == null
        ? Optional.empty()
        : now.model()
            .guess(text)
            .filter(guess -> open(guess.topic()))
            .map(guess -> new Suggestion(guess.topic(), now.version(), guess.certainty()));
  }

  private boolean open(String topic) {
    return directories.current().topic(topic).filter(it -> !it.confidential()).isPresent();
  }
}
