package nl.aanspreekpunt.web.work.moving;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** Looks up who was told what when questions moved: in their history, and in the outbox. */
public final class ToldCitizens {
  private final Cases cases;
  private final Outbox outbox;

  public ToldCitizens(Cases cases, Outbox outbox) {
    this.cases = cases;
    this.outbox = outbox;
  }

  /**
   * A page of them.
   *
   * @param numbers of what moved, in order
   * @param since when that was decided
   * @param path of the page itself; {@code back} of what moved
   * @param from which is the first that is shown, counted from 0
   */
  public Future<ToldPage> page(
      List<String> numbers,
      Instant since,
      Frame frame,
      Moment moment,
      Steps steps,
      String path,
      String back,
      int from) {
    int first = Math.min(from, numbers.size());
    int last = Math.min(numbers.size(), first + ToldPage.SHOWN);
    return cases
        .findAll(numbers.subList(first, last))
        .compose(
            found ->
                outbox
                    .findAll(
                        found.stream()
                            .flatMap(one -> told(one, since).stream())
                            .map(CaseEvent.Told::entry)
                            .distinct()
                            .toList())
                    .map(
                        entries -> {
                          Map<String, Outgoing> known =
                              entries.stream()
                                  .collect(Collectors.toMap(Outgoing::id, Function.identity()));
                          return new ToldPage(
                              frame,
                              steps,
                              back,
                              found.stream()
                                  .map(one -> row(one, since, known, frame, moment))
                                  .flatMap(Optional::stream)
                                  .toList(),
                              numbers.size() <= ToldPage.SHOWN
                                  ? null
                                  : frame.say("departure.which", first + 1, last, numbers.size()),
                              first == 0
                                  ? null
                                  : path + "?vanaf=" + Math.max(0, first - ToldPage.SHOWN),
                              last == numbers.size() ? null : path + "?vanaf=" + last);
                        }));
  }

  /** The last time since then that this question's citizen heard whose it is. */
  private static Optional<CaseEvent.Told> told(Case one, Instant since) {
    return one.happened(CaseEvent.Told.class)
        .filter(each -> each.kind().equals(Notice.Kind.NEW_OFFICIAL.name()))
        .filter(each -> !each.at().isBefore(since))
        .reduce((earlier, later) -> later);
  }

  private static Optional<CaseEvent.HeldBack> held(Case one, Instant since) {
    return one.happened(CaseEvent.HeldBack.class)
        .filter(each -> each.kind().equals(Notice.Kind.NEW_OFFICIAL.name()))
        .filter(each -> !each.at().isBefore(since))
        .reduce((earlier, later) -> later);
  }

  private static Optional<ToldPage.Row> row(
      Case one, Instant since, Map<String, Outgoing> entries, Frame frame, Moment moment) {
    Access access = Access.of(one, frame.viewer().official(), frame.viewer().roles(), moment);
    if (access == Access.NONE) {
      return Optional.empty();
    }
    Names names = new Names(moment.directory(), frame.words());
    Optional<Outgoing> entry = told(one, since).map(each -> entries.get(each.entry()));
    String how =
        entry
            .map(sent -> sent(sent, frame, access))
            .orElseGet(
                () ->
                    frame.say(
                        held(one, since)
                            .map(each -> each.reason().equals("call") ? "told.call" : "told.nobody")
                            .orElse("told.not-yet")));
    return Optional.of(
        new ToldPage.Row(
            one.id(),
            access.showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id()),
            access.mayAct() ? names.citizen(one) : null,
            names.of(one.official()),
            how,
            entry.filter(Outgoing::resendable).isPresent()));
  }

  /** What a provider says often names the address. */
  private static String sent(Outgoing entry, Frame frame, Access access) {
    String state =
        frame.say("told.by." + entry.notice().channel(), frame.say("work.state." + entry.state()));
    return access.mayAct() && entry.detail() != null
        ? state + ". " + new DeliveryWords(frame.words()).why(entry.detail())
        : state;
  }
}
