package nl.aanspreekpunt.casework.consult;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Workload;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Official;

/**
 * Which colleagues know about a topic: it is theirs, they answered questions about it lately, or
 * colleagues who asked; and who speaks a language. Nobody who may not read the case, or who asks.
 */
public final class WhoKnows {
  private static final int LATELY = 50;
  private static final int SHOWN = 8;
  private static final int TOPIC = 4;
  private static final int OFTEN = 3;
  private static final Comparator<Colleague> FITTING =
      Comparator.comparing(Colleague::weight)
          .reversed()
          .thenComparing(Colleague::open)
          .thenComparing(it -> it.who().name());

  private final Closed closed;
  private final Function<String, Future<Load.Work>> load;

  /** The latest closed cases about a topic (id), at most so many. */
  @FunctionalInterface
  public interface Closed {
    Future<List<Case>> about(String topic, int most);
  }

  public WhoKnows(Cases cases, Directories directories, Clock clock) {
    this(cases::closedAbout, new Workload(cases, directories, clock));
  }

  /**
   * @param load what an official (id) has to do
   */
  public WhoKnows(Closed closed, Function<String, Future<Load.Work>> load) {
    this.closed = closed;
    this.load = load;
  }

  /**
   * Somebody who may know.
   *
   * @param topic whether the topic is one of theirs
   * @param answered how often they answered about it, of the latest that were closed
   * @param speaks whether they speak the language that was asked for
   * @param here whether they are here now
   * @param open how many open cases they have; of their own eyes only, see {@link #room()}
   */
  public record Colleague(
      Official who, boolean topic, int answered, boolean speaks, boolean here, long open) {
    int weight() {
      return (topic ? TOPIC : 0) + Math.min(answered, OFTEN) + (here ? 2 : 0);
    }

    /** Whether they have less than a full load. A figure about somebody is for themselves. */
    public boolean room() {
      return open < who.capacity();
    }

    Colleague with(Load.Work work) {
      return new Colleague(who, topic, answered, speaks, here, work.open());
    }
  }

  /**
   * Who fits most first.
   *
   * @param topic topic id; null: nobody fits by topic
   * @param language language they must speak; null: any
   */
  public Future<List<Colleague>> about(Case one, String topic, String language, Moment moment) {
    return answered(topic)
        .map(often -> fitting(new Draft(one, moment), topic, language, often))
        .compose(this::counted);
  }

  private static List<Colleague> fitting(
      Draft draft, String topic, String language, Map<String, Integer> often) {
    return draft.directory().officials().stream()
        .filter(who -> draft.inward.cannot(who.id()).isEmpty())
        .map(who -> colleague(who, topic, language, often, draft.moment))
        .filter(it -> language == null || it.speaks())
        .filter(it -> it.topic() || it.answered() > 0 || language != null)
        .sorted(FITTING)
        .limit(SHOWN)
        .toList();
  }

  /** Of those who fit alike, who has least to do comes first. */
  private Future<List<Colleague>> counted(List<Colleague> fitting) {
    List<Future<Colleague>> each =
        fitting.stream().map(one -> load.apply(one.who().id()).map(one::with)).toList();
    return Future.all(each).map(all -> each.stream().map(Future::result).sorted(FITTING).toList());
  }

  private static Colleague colleague(
      Official who, String topic, String language, Map<String, Integer> often, Moment moment) {
    return new Colleague(
        who,
        topic != null && who.topics().contains(topic),
        often.getOrDefault(who.id(), 0),
        language != null && who.sharing().speaks(language),
        moment.directory().here(who.id(), moment.now()),
        0);
  }

  /** By official id. */
  private Future<Map<String, Integer>> answered(String topic) {
    if (topic == null) {
      return Future.succeededFuture(Map.of());
    }
    return closed
        .about(topic, LATELY)
        .map(
            all -> {
              Map<String, Integer> often = new HashMap<>();
              for (Case one : all) {
                often.merge(one.official(), 1, Integer::sum);
                one.care().consults().stream()
                    .flatMap(it -> it.answers().stream())
                    .map(Consult.Answer::by)
                    .filter(by -> by != null)
                    .forEach(by -> often.merge(by, 1, Integer::sum));
              }
              return often;
            });
  }
}
