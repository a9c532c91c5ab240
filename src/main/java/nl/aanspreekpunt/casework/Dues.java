package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/** By when, from the norms; a principle's urgency goes first and runs in clock hours. */
public final class Dues {
  private Dues() {}

  public static Instant due(PromiseKind kind, Moment moment, String topic, String team) {
    Directory directory = moment.directory();
    Optional<Principle> principle = principle(directory, topic);
    if (principle.isPresent()) {
      return WorkingTime.ALWAYS.after(moment.now(), principle.get().urgency());
    }
    Norm norm =
        switch (kind) {
          case CALLBACK -> directory.callbackNorm(topic);
          case FIND_OUT -> directory.findOutNorm(topic);
          case ANSWER, DECISION -> directory.answerNorm(topic);
        };
    return directory.clock(team).after(moment.now(), norm);
  }

  /** By when something is due first, and what: as facts of a notice; none when nothing is. */
  static Map<String, String> first(List<Promise> open) {
    return open.stream()
        .min(Comparator.comparing(Promise::due))
        .map(one -> Map.of("due", one.due().toString(), "promise", one.kind().name()))
        .orElse(Map.of());
  }

  static boolean urgent(Moment moment, String topic) {
    return principle(moment.directory(), topic).isPresent();
  }

  /** What the citizen can do until then, in the language they write. */
  public static Optional<String> meanwhile(Directory directory, Case about) {
    return principle(directory, about.topic()).map(one -> one.meanwhile().in(about.language()));
  }

  public static Optional<Principle> principle(Directory directory, String topic) {
    return topic == null ? Optional.empty() : directory.topic(topic).map(Topic::principle);
  }
}
