package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;

/**
 * A telephone number from which nothing came for a year may be somebody else's by now: providers
 * give numbers out again. It is doubted from its next message on, until a person confirms one.
 */
record ChangedHands(Cases cases) {
  /** Providers wait less before a number is another's; a citizen may well ask once a year. */
  private static final Duration SILENCE = Duration.ofDays(365);

  private static final int LATEST = 30;

  /** No read for who wrote within the year. */
  Future<Boolean> perhaps(Question question) {
    if (question.identity() == null || question.sender().kind() != Address.Kind.PHONE) {
      return Future.succeededFuture(false);
    }
    return silentUntil(question)
        .map(
            since ->
                cases
                    .ofCitizen(question.identity().citizen(), LATEST)
                    .map(all -> all.stream().noneMatch(one -> confirmed(one, question, since))))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /** When something came after the last long silence; empty when there was none. */
  private static Optional<Instant> silentUntil(Question question) {
    List<Instant> moments =
        Stream.concat(
                question.identity().before(question.receipt()).stream().map(Identity.Recent::at),
                Stream.of(question.now()))
            .sorted()
            .toList();
    Instant end = null;
    for (int i = 1; i < moments.size(); i++) {
      boolean silent = Duration.between(moments.get(i - 1), moments.get(i)).compareTo(SILENCE) >= 0;
      end = silent ? moments.get(i) : end;
    }
    return Optional.ofNullable(end);
  }

  /** Somebody said of a message that came since that it is what it seems. */
  private static boolean confirmed(Case one, Question question, Instant since) {
    return !one.openedAt().isBefore(since)
        && one.participant(question.sender()).isPresent()
        && one.route().doubts().contains(Doubt.SILENT)
        && (one.route().confirmedBy() != null || one.joined());
  }
}
