package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Which norm holds. The first of these that says something does: the rules in the order in which
 * they are written, what the law says of the class, the topic's norms, the default's.
 *
 * @param rules of the directory file
 * @param topics by topic id, and {@link #DEFAULT}, which has an answer, a callback, finding out,
 *     friction, silence, a consult and backing
 */
record NormRules(List<NormRule> rules, Map<String, Norms> topics) {
  static final String DEFAULT = "default";

  /**
   * Algemene wet bestuursrecht: a complaint is settled within six weeks and once four more (9:11),
   * a request for a decision is decided on within eight weeks at most (4:13) or a reasonable term
   * that is told (4:14).
   */
  private static final List<NormRule> LAW =
      List.of(law(LegalClass.COMPLAINT, "P6W", "P4W"), law(LegalClass.FORMAL, "P8W", "P8W"));

  NormRules {
    rules = List.copyOf(rules);
    topics = Map.copyOf(topics);
  }

  private static NormRule law(LegalClass legal, String decision, String extension) {
    Norms norms =
        new Norms(
            null,
            null,
            null,
            Norm.parse(decision),
            null,
            null,
            null,
            new Extension(Norm.parse(extension), 1),
            null,
            null);
    return new NormRule(null, null, null, legal, norms);
  }

  Norm of(PromiseKind kind, Matter matter) {
    return switch (kind) {
      case ANSWER -> needed(matter, Norms::answer);
      case CALLBACK -> needed(matter, Norms::callback);
      case FIND_OUT -> needed(matter, Norms::findOut);
      case ELSEWHERE -> needed(matter, Norms::elsewhere);
      case FRICTION -> needed(matter, Norms::friction);
      case DECISION ->
          first(matter, Norms::decision).orElseGet(() -> needed(matter, Norms::answer));
      case CONSULT, AGREEMENT -> needed(matter, Norms::consult);
      case BACKING -> needed(matter, Norms::backing);
      // Due at the moment that was agreed; where it must be said by when, as an answer.
      case TALK, UNDERTAKING -> needed(matter, Norms::answer);
    };
  }

  Norm silence(Matter matter) {
    return needed(matter, Norms::silence);
  }

  Optional<Extension> extension(Matter matter) {
    return first(matter, Norms::extension);
  }

  private Norm needed(Matter matter, Function<Norms, Norm> which) {
    return first(matter, which).orElseThrow();
  }

  private <T> Optional<T> first(Matter matter, Function<Norms, T> which) {
    return inOrder(matter).stream().map(which).filter(Objects::nonNull).findFirst();
  }

  private List<Norms> inOrder(Matter matter) {
    List<Norms> all = new ArrayList<>();
    rules.stream().filter(rule -> rule.fits(matter)).forEach(rule -> all.add(rule.norms()));
    LAW.stream().filter(rule -> rule.fits(matter)).forEach(rule -> all.add(rule.norms()));
    if (matter.topic() != null && topics.containsKey(matter.topic())) {
      all.add(topics.get(matter.topic()));
    }
    all.add(topics.get(DEFAULT));
    return all;
  }
}
