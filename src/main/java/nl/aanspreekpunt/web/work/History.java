package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.status.Passed;
import nl.aanspreekpunt.outbox.status.Statuses;
import nl.aanspreekpunt.web.work.atwork.Strand;

/**
 * A stretch of a case's history with the words that belong to it.
 *
 * @param page which page of older events; -1 for the latest
 * @param older the page before this one; -1 when there is none
 */
record History(
    List<Interleaving.Entry> events,
    Map<String, Receipt> received,
    Map<String, Outgoing> sent,
    Map<String, Passed> passed,
    int page,
    int older) {
  /** Reads histories. */
  record From(Cases cases, Receipts receipts, Outbox outbox, Statuses statuses) {
    /** Stretches that are read for one page, when little is asked of each. */
    private static final int MOST_BACK = 20;

    /** The latest stretch from there on, going back, in which something of it stands. */
    Future<History> read(Case one, int wanted, Strand strand) {
      return read(one, wanted, strand, MOST_BACK);
    }

    private Future<History> read(Case one, int wanted, Strand strand, int back) {
      return read(one, wanted)
          .compose(
              read -> {
                boolean some = read.events().stream().anyMatch(it -> strand.shows(it.event()));
                return some || read.older() < 0 || back == 0
                    ? Future.succeededFuture(read)
                    : read(one, read.older(), strand, back - 1);
              });
    }

    Future<History> read(Case one, int wanted) {
      int pages = Interleaving.pages(one);
      boolean old = wanted >= 0 && wanted < pages;
      int page = old ? wanted : -1;
      return new Interleaving(cases)
          .read(one, page)
          .compose(found -> with(found, page, (old ? wanted : pages) - 1));
    }

    private Future<History> with(List<Interleaving.Entry> events, int page, int older) {
      Future<List<Receipt>> received = receipts.findAll(messages(events));
      Future<List<Outgoing>> sent = outbox.findAll(ids(events, From::entry));
      Future<List<Passed>> passed = statuses.findAll(ids(events, From::texted));
      return Future.all(received, sent, passed)
          .map(
              all ->
                  new History(
                      events,
                      byId(received.result(), Receipt::id),
                      byId(sent.result(), Outgoing::id),
                      byId(passed.result(), Passed::id),
                      page,
                      older));
    }

    /** Those of the citizen, and the pictures that were taken in talks. */
    private static List<String> messages(List<Interleaving.Entry> events) {
      Stream<String> photos =
          events.stream()
              .map(Interleaving.Entry::event)
              .filter(CaseEvent.Held.class::isInstance)
              .flatMap(held -> ((CaseEvent.Held) held).photos().stream())
              .map(CaseEvent.Photo::receipt);
      return Stream.concat(ids(events, From::receipt).stream(), photos).distinct().toList();
    }

    private static String receipt(CaseEvent event) {
      return event instanceof CaseEvent.Received in ? in.receipt() : null;
    }

    private static String texted(CaseEvent event) {
      if (event instanceof CaseEvent.Replied out && out.channel().texting()) {
        return out.entry();
      }
      return event instanceof CaseEvent.Told told && told.channel().texting() ? told.entry() : null;
    }

    private static String entry(CaseEvent event) {
      if (event instanceof CaseEvent.Replied out) {
        return out.entry();
      }
      return event instanceof CaseEvent.Told told ? told.entry() : null;
    }

    private static List<String> ids(
        List<Interleaving.Entry> events, Function<CaseEvent, String> id) {
      return events.stream()
          .map(Interleaving.Entry::event)
          .map(id)
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }

    private static <T> Map<String, T> byId(List<T> found, Function<T, String> id) {
      return found.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
    }
  }
}
