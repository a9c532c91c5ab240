package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.outbox.Gathering;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/** Nobody is told in the morning of what was kept, or accounted for, in the evening. */
public final class StillOpen implements Gathering.StillSo {
  private static final Set<Notice.Kind> ABOUT_WORK =
      Set.of(Notice.Kind.LADDER, Notice.Kind.PRINCIPLE);

  private final Cases cases;

  public StillOpen(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Future<List<Outgoing>> among(List<Outgoing> entries) {
    List<String> numbers =
        entries.stream()
            .map(Outgoing::notice)
            .filter(notice -> ABOUT_WORK.contains(notice.kind()))
            .map(Notice::caseNumber)
            .distinct()
            .toList();
    if (numbers.isEmpty()) {
      return Future.succeededFuture(entries);
    }
    return cases
        .findAll(numbers)
        .map(found -> found.stream().collect(Collectors.toMap(Case::id, Function.identity())))
        .map(known -> entries.stream().filter(entry -> open(entry.notice(), known)).toList());
  }

  /** What went on in another case may be open there. */
  private static boolean open(Notice notice, Map<String, Case> known) {
    Case one = ABOUT_WORK.contains(notice.kind()) ? known.get(notice.caseNumber()) : null;
    if (one != null && notice.kind() == Notice.Kind.PRINCIPLE) {
      return one.care()
          .principled()
          .invocation(notice.facts().getOrDefault("invocation", ""))
          .filter(made -> !made.owing())
          .isEmpty();
    }
    return one == null
        || one.joined()
        || one.promise(notice.facts().get("promise")).filter(it -> !it.open()).isEmpty();
  }
}
