package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Official;

/**
 * A complaint about an official goes to a complaints official who is not involved, whichever rule
 * would have decided, and is unread by the one it concerns.
 */
final class Complaint implements Policy {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(klacht (over|tegen|indienen|in te dienen)|klagen over|beklag|"
              + "complaint (about|against)|complain about|(file|make) a complaint)\\b",
          Pattern.CASE_INSENSITIVE);
  private final Threads threads;

  Complaint(Threads threads) {
    this.threads = threads;
  }

  @Override
  public Future<Optional<Route>> route(Question question) {
    if (!WORDS.matcher(question.words()).find()) {
      return Routing.nothing();
    }
    return threads
        .signedCase(question)
        .map(
            about -> {
              Set<String> concerned = concerned(question, about);
              return concerned.isEmpty()
                  ? Optional.empty()
                  : kept(question, List.copyOf(concerned));
            });
  }

  /** Named in the words, addressed, or responsible or acting in the case it answers. */
  private static Set<String> concerned(Question question, Optional<Case> about) {
    Set<String> officials = new LinkedHashSet<>();
    String words = question.words().toLowerCase(Locale.ROOT);
    for (Official official : question.directory().officials()) {
      if (words.contains(official.name().toLowerCase(Locale.ROOT))) {
        officials.add(official.id());
      }
    }
    question.recipients().stream()
        .flatMap(to -> question.directory().byAddress(to).stream())
        .forEach(official -> officials.add(official.id()));
    about.ifPresent(
        one -> {
          officials.add(one.official());
          one.acting().stream().filter(Acting::lasts).map(Acting::official).forEach(officials::add);
        });
    return officials;
  }

  private static Optional<Route> kept(Question question, List<String> concerned) {
    return question
        .directory()
        .complaintsOfficial(concerned, question.now())
        .map(
            official ->
                new Route(
                    Match.by(
                        Match.COMPLAINT,
                        new Evidence.Complaint(Evidence.Sign.WORDS, "", concerned, null),
                        question.doubts()),
                    null,
                    official.id(),
                    question.topicChosen(),
                    official.team(),
                    null,
                    null,
                    concerned));
  }
}
