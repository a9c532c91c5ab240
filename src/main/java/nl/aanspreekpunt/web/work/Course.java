package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.status.Statuses;
import nl.aanspreekpunt.web.Frame;

/** The latest of what happened in several questions, in the order of time. */
public final class Course {
  private final History.From histories;

  public Course(Cases cases, Receipts receipts, Outbox outbox) {
    histories = new History.From(cases, receipts, outbox, Statuses.NONE);
  }

  /** Something that happened, and in which question. */
  public record Step(Case in, CasePage.Entry entry) {}

  /**
   * @param all those that the reader may read
   * @param most the latest so many
   */
  public Future<List<Step>> of(List<Case> all, int most, Frame frame, Moment moment) {
    List<Future<List<Step>>> each =
        all.stream()
            .map(
                one ->
                    histories
                        .read(one, -1)
                        .map(read -> new CaseView(frame, one, read, moment).entries())
                        .map(
                            entries ->
                                entries.stream().map(entry -> new Step(one, entry)).toList()))
            .toList();
    return Future.all(each)
        .map(
            done ->
                each.stream()
                    .flatMap(steps -> steps.result().stream())
                    .sorted(Comparator.comparing(step -> step.entry().at()))
                    .toList())
        .map(steps -> steps.subList(Math.max(0, steps.size() - most), steps.size()));
  }
}
