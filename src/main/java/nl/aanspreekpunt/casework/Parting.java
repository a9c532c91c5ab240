package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.promise.Promise;

/**
 * Messages that leave a case, with what was promised about them, until these are where they belong:
 * all that is needed to go on after a crash.
 *
 * @param into number of the case that gets them
 * @param fresh how that case begins; null: it is there already
 * @param messages receipt ids, in the order in which they came
 * @param received as they came; null in one from before this was kept: among the latest events
 * @param promises as they were here: no due time moves
 * @param by official id
 */
public record Parting(
    String into,
    Fresh fresh,
    List<String> messages,
    List<CaseEvent.Received> received,
    List<Promise> promises,
    String by,
    Instant at) {

  /**
   * How a case begins that is made for them.
   *
   * @param topic null when unknown
   * @param official who is responsible (official id)
   * @param citizen citizen id of who wrote them
   */
  public record Fresh(String subject, String topic, String official, String citizen) {}

  public Parting {
    messages = List.copyOf(messages);
    promises = promises == null ? List.of() : List.copyOf(promises);
  }

  /** The messages as they came to the case they left. */
  List<CaseEvent.Received> leaving(Case from) {
    return received != null
        ? received
        : from.happened(CaseEvent.Received.class)
            .filter(one -> messages.contains(one.receipt()))
            .toList();
  }
}
