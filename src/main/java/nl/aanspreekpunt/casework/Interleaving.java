package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The course of a case in the order of time, with what happened in the cases that were joined to
 * it: their messages stand here, so what was written, said and noted about them is read with them.
 * Of one with a long history that is the latest part; all of it stands under its own number.
 */
public record Interleaving(Cases cases) {
  private static final int MOST_JOINED = 20;
  private static final int MOST_PAGES = 40;
  private static final Comparator<Entry> BY_TIME = Comparator.comparing(one -> one.event().at());

  /**
   * Something that happened.
   *
   * @param in the case it happened in: this one, or one that was joined to it
   */
  public record Entry(Case in, CaseEvent event) {}

  /** How many pages of older events a case has. */
  public static int pages(Case one) {
    return one.paged() / Casework.IN_A_PAGE;
  }

  /**
   * @param page of older events, from 0; -1 for the latest. Empty when there is no such page.
   */
  public Future<List<Entry>> read(Case one, int page) {
    return page < 0
        ? interleaved(one, page, one.events(), List.of())
        : cases
            .page(one.id(), page)
            .compose(
                events ->
                    events.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : later(one, page).compose(all -> interleaved(one, page, events, all)));
  }

  /** What came after a page: there it stands what was joined since, and until when the page is. */
  private Future<List<CaseEvent>> later(Case one, int page) {
    List<Future<List<CaseEvent>>> each =
        IntStream.range(page + 1, pages(one))
            .limit(MOST_PAGES)
            .mapToObj(n -> cases.page(one.id(), n))
            .toList();
    return Future.all(each)
        .map(
            read ->
                Stream.concat(
                        each.stream().flatMap(found -> found.result().stream()),
                        one.events().stream())
                    .toList());
  }

  private Future<List<Entry>> interleaved(
      Case one, int page, List<CaseEvent> own, List<CaseEvent> later) {
    Instant from = page == 0 || pages(one) == 0 ? Instant.MIN : begins(own);
    Instant until = later.isEmpty() ? Instant.MAX : begins(later);
    List<String> numbers = joined(Stream.concat(own.stream(), later.stream()));
    return others(numbers, one.id(), new LinkedHashMap<>())
        .map(
            others -> {
              List<Entry> all = new ArrayList<>();
              own.forEach(event -> all.add(new Entry(one, event)));
              others.forEach(
                  other ->
                      other.events().stream()
                          .filter(Interleaving::isOnlyThere)
                          .filter(event -> !event.at().isBefore(from) && event.at().isBefore(until))
                          .forEach(event -> all.add(new Entry(other, event))));
              all.sort(BY_TIME);
              return all;
            });
  }

  /** A message keeps the moment at which it came, also when it was brought here later. */
  private static Instant begins(List<CaseEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof CaseEvent.Received))
        .findFirst()
        .orElse(events.get(0))
        .at();
  }

  private static List<String> joined(Stream<CaseEvent> events) {
    return events
        .filter(event -> event instanceof CaseEvent.Joined joined && joined.hither())
        .map(event -> ((CaseEvent.Joined) event).other())
        .distinct()
        .limit(MOST_JOINED)
        .toList();
  }

  /** Those that are still joined, and what was joined to these. */
  private Future<List<Case>> others(List<String> numbers, String into, Map<String, Case> known) {
    List<String> unknown = numbers.stream().filter(one -> !known.containsKey(one)).toList();
    if (unknown.isEmpty() || known.size() >= MOST_JOINED) {
      return Future.succeededFuture(List.copyOf(known.values()));
    }
    return cases
        .findAll(unknown)
        .compose(
            found -> {
              Future<List<Case>> all = Future.succeededFuture(List.of());
              for (Case other : found) {
                if (other.joined() && into.equals(other.suggested())) {
                  known.put(other.id(), other);
                  List<String> deeper = joined(other.events().stream());
                  all = all.compose(done -> others(deeper, other.id(), known));
                }
              }
              return all.map(done -> List.copyOf(known.values()));
            });
  }

  /** Messages are here as well, and that it was joined is said here. */
  private static boolean isOnlyThere(CaseEvent event) {
    return !(event instanceof CaseEvent.Received)
        && !(event instanceof CaseEvent.Joined joined && !joined.hither());
  }
}
