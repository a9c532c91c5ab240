package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The messages that are in a case, also those in its older pages: of a very long history the pages
 * that were turned last.
 */
public record Messages(Cases cases) {
  private static final int MOST_PAGES = 40;

  /** Oldest first. */
  public Future<List<CaseEvent.Received>> of(Case one) {
    return course(one).map(events -> once(here(one, events)));
  }

  /** Those that came in one page of older events, from 0, and are still here. */
  public Future<List<CaseEvent.Received>> in(Case one, int page) {
    return cases.page(one.id(), page).map(events -> here(one, events));
  }

  /** All that happened, oldest first. */
  public Future<List<CaseEvent>> course(Case one) {
    int pages = Interleaving.pages(one);
    List<Future<List<CaseEvent>>> older =
        IntStream.range(Math.max(0, pages - MOST_PAGES), pages)
            .mapToObj(n -> cases.page(one.id(), n))
            .toList();
    return Future.all(older)
        .map(
            read ->
                Stream.concat(
                        older.stream().flatMap(page -> page.result().stream()),
                        one.events().stream())
                    .toList());
  }

  private static List<CaseEvent.Received> here(Case one, List<CaseEvent> events) {
    return events.stream()
        .filter(CaseEvent.Received.class::isInstance)
        .map(CaseEvent.Received.class::cast)
        .filter(in -> one.wentTo(in.receipt()).isEmpty())
        .toList();
  }

  /** One that came back stands twice. */
  static List<CaseEvent.Received> once(List<CaseEvent.Received> all) {
    Map<String, CaseEvent.Received> each = new LinkedHashMap<>();
    all.forEach(one -> each.putIfAbsent(one.receipt(), one));
    return List.copyOf(each.values());
  }
}
