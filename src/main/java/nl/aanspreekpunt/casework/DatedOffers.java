package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.DatedPromises;

/** The dated promises that stand in the last answer and are none of the hub's yet. */
public final class DatedOffers {
  private DatedOffers() {}

  /** The last answer, when its author may still be asked about it. */
  public static Optional<CaseEvent.Replied> last(Case one) {
    return one.happened(CaseEvent.Replied.class)
        .reduce((earlier, later) -> later)
        .filter(reply -> one.open() && reply.entry() != null)
        .filter(
            reply ->
                one.happened(CaseEvent.NotPromised.class)
                    .noneMatch(no -> no.entry().equals(reply.entry())));
  }

  /**
   * @param text of that answer
   */
  public static List<DatedPromises.Dated> in(
      Case one, CaseEvent.Replied reply, String text, Moment moment) {
    return read(one.team(), text, new Moment(reply.at(), moment.directory())).stream()
        .filter(dated -> dated.due().isAfter(moment.now()))
        .filter(dated -> !Promising.made(one, dated.kind(), dated.due()))
        .toList();
  }

  /** What would be promised in a text by whoever sends it now. */
  public static List<DatedPromises.Dated> read(String team, String text, Moment moment) {
    return new DatedPromises(moment.directory().zone(), moment.directory().clock(team))
        .in(text, moment.now());
  }

  /**
   * Whether somebody who works here does not on the day of that moment, or no more before it: it is
   * their day off, or they are away.
   *
   * @param official official id
   */
  public static boolean isOff(String official, Instant due, Moment moment) {
    Directory directory = moment.directory();
    ZoneId zone = directory.zone();
    LocalDate day = LocalDate.ofInstant(due.minusNanos(1), zone);
    Instant morning = day.atStartOfDay(zone).toInstant();
    Instant from = morning.isAfter(moment.now()) ? morning : moment.now();
    return directory.employed(official, moment.now()) && !directory.works(official, from, due);
  }

  /**
   * Its author says that nothing in an answer is a promise: it is not offered again.
   *
   * @param entry outbox id of the answer
   */
  public record Declining(String entry, String by) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      if (last(before).filter(reply -> reply.entry().equals(entry)).isEmpty()) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.event(new CaseEvent.NotPromised(moment.now(), by, entry));
      return draft.done();
    }
  }
}
