package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** What follows from the households and organisations in which a sender is linked. */
final class Linking {
  private Linking() {}

  /**
   * Before the citizen's own standing official: one official for the whole. Who is linked in
   * several that have different ones keeps to their own.
   */
  static Future<Optional<Route>> standingOfficial(Question question) {
    if (question.identity() == null) {
      return Routing.nothing();
    }
    Directory directory = question.directory();
    String citizen = question.identity().citizen();
    List<Household> theirs =
        question.households().stream()
            .filter(one -> one.holds(citizen) && one.lasting().size() > 0)
            .filter(one -> one.official().flatMap(directory::official).isPresent())
            .toList();
    List<String> officials =
        theirs.stream().map(one -> one.official().orElseThrow()).distinct().toList();
    if (officials.size() != 1) {
      return Routing.nothing();
    }
    Official chosen = directory.official(officials.get(0)).orElseThrow();
    Official now = directory.successorOf(chosen.id(), question.now());
    if (Pinned.away(question, true).contains(now.id())) {
      return Routing.nothing();
    }
    Evidence evidence =
        new Evidence.Household(
            theirs.get(0).id(), chosen.id(), now.id().equals(chosen.id()) ? null : now.id());
    return Routing.decided(
        Newcomers.to("household", evidence, question.doubtsOfAddress(), question, now));
  }

  /** Where the sender may ask about this case for its citizen: never about what is confidential. */
  static Optional<Evidence.Linked> asks(Question question, Case one) {
    if (question.identity() == null || one.hidesSubject() || question.identity().shared()) {
      return Optional.empty();
    }
    String who = question.identity().citizen();
    return question.households().stream()
        .filter(it -> it.rights(one.citizen(), who).ask())
        .findFirst()
        .map(it -> new Evidence.Linked(one.id(), it.id(), it.rights(one.citizen(), who).decide()));
  }

  /**
   * Whether the sender took part for its citizen, and may not any more: also before it followed.
   */
  static boolean parted(Question question, Case one) {
    if (question.identity() == null || question.identity().citizen().equals(one.citizen())) {
      return false;
    }
    String who = question.identity().citizen();
    return asks(question, one).isEmpty()
        && question.households().stream()
            .anyMatch(
                it -> it.apart(one.citizen(), who) || it.link(one.citizen(), who).isPresent());
  }
}
