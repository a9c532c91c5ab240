package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/**
 * Who had an official who left as their standing official: whoever got their open question on the
 * topic takes that place, else the successor.
 */
final class StandingCitizens {
  private static final int COUNTED = 2_000;
  private static final int AT_ONCE = 100;
  private static final int CASES = 50;

  private final Identities identities;
  private final Cases cases;

  StandingCitizens(Identities identities, Cases cases) {
    this.identities = identities;
    this.cases = cases;
  }

  /** How many citizens these are. */
  Future<Integer> of(String official) {
    return identities
        .standingWith(official, COUNTED)
        .map(all -> (int) all.stream().map(Identity::citizen).distinct().count());
  }

  /** Some at a time; completes with whether there were none. */
  Future<Boolean> passOn(String left, String successor, Instant now) {
    return identities
        .standingWith(left, AT_ONCE)
        .compose(
            all -> {
              Future<Void> done = Future.succeededFuture();
              for (Identity one : all) {
                done = done.compose(before -> passOn(one, left, successor, now));
              }
              return done.map(all.isEmpty());
            });
  }

  /** What this successor got from an official who stays after all goes back to them. */
  Future<Void> giveBack(String official, String successor, Instant since) {
    return identities
        .standingWith(successor, COUNTED)
        .compose(
            all -> {
              Future<Void> done = Future.succeededFuture();
              for (Identity one : all) {
                done = done.compose(before -> identities.giveBack(one, official, since));
              }
              return done;
            });
  }

  private Future<Void> passOn(Identity one, String left, String successor, Instant now) {
    return cases
        .ofCitizen(one.citizen(), CASES)
        .compose(
            theirs -> {
              Map<String, String> successors = new HashMap<>();
              one.standing()
                  .forEach(
                      (topic, official) -> {
                        if (official.equals(left)) {
                          successors.put(topic, goneTo(theirs, topic, left, successor));
                        }
                      });
              return identities.succeed(one, left, successors, now);
            });
  }

  /** Newest question first: a citizen keeps to one person as far as can be. */
  private static String goneTo(List<Case> theirs, String topic, String left, String successor) {
    return theirs.stream()
        .filter(Case::open)
        .filter(
            one -> one.topic() == null ? topic.equals(Identity.GENERAL) : one.topic().equals(topic))
        .filter(one -> one.responsibilities().stream().anyMatch(r -> r.official().equals(left)))
        .map(Case::official)
        .filter(official -> !official.equals(left))
        .findFirst()
        .orElse(successor);
  }
}
