package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Notice;

/** Which message a letter of ours answered. */
public record Letters(Cases cases, Tokens tokens) {

  /**
   * Of the first of these Message-IDs that is of a letter of this case that answers a message: that
   * message (receipt id). Empty when there is none.
   */
  public Future<Optional<String>> answered(Case one, List<String> messageIds) {
    return new Messages(cases)
        .course(one)
        .map(
            events -> messageIds.stream().flatMap(id -> answered(events, id).stream()).findFirst());
  }

  /** The letter (outbox id) of which one of these is the Message-ID, among its latest. */
  public Optional<String> entry(Case one, List<String> messageIds) {
    return one.events().stream()
        .flatMap(Letters::entry)
        .filter(entry -> messageIds.stream().anyMatch(id -> tokens.isOf(id, entry)))
        .findFirst();
  }

  private static Stream<String> entry(CaseEvent event) {
    return event instanceof CaseEvent.Told told
        ? Stream.of(told.entry())
        : event instanceof CaseEvent.Replied reply ? Stream.of(reply.entry()) : Stream.empty();
  }

  private Optional<String> answered(List<CaseEvent> events, String messageId) {
    List<CaseEvent.Received> here = new ArrayList<>();
    for (CaseEvent event : events) {
      if (event instanceof CaseEvent.Received in) {
        here.add(in);
      } else if (event instanceof CaseEvent.Parted gone && !gone.hither()) {
        here.removeIf(in -> gone.messages().contains(in.receipt()));
      } else if (event instanceof CaseEvent.Told told
          && told.kind().equals(Notice.Kind.ACKNOWLEDGEMENT.name())
          && tokens.isOf(messageId, told.entry())) {
        return last(here, told.link(), null);
      } else if (event instanceof CaseEvent.Replied reply
          && tokens.isOf(messageId, reply.entry())) {
        return last(here, reply.link(), reply.seen());
      }
    }
    return Optional.empty();
  }

  /** Of what this participant wrote, the last, no later than what its author saw. */
  private static Optional<String> last(List<CaseEvent.Received> here, String link, String seen) {
    int end = here.size();
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).receipt().equals(seen)) {
        end = i + 1;
      }
    }
    return here.subList(0, end).stream()
        .filter(in -> link != null && link.equals(in.link()))
        .reduce((earlier, later) -> later)
        .map(CaseEvent.Received::receipt);
  }
}
