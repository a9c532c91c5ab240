package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Readers;

/**
 * Whoever was taken for the citizen of a case is told nothing of it, also not what waited to be
 * sent when that came out. Of a notice about several cases they are told the others, and so they
 * are when one of these went to somebody else than was thought.
 */
public final class StillTheirs implements Readers {
  private final Cases cases;

  public StillTheirs(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Future<Optional<Outgoing>> now(Outgoing entry) {
    Notice notice = entry.notice();
    if (notice.toStaff() || notice.caseNumber() == null) {
      return Future.succeededFuture(Optional.of(entry));
    }
    if (notice.kind() == Notice.Kind.PARTNER) {
      return cases
          .find(notice.caseNumber())
          .map(found -> found.filter(one -> shares(one, notice)).map(one -> entry));
    }
    Map<String, String> officials = officials(notice);
    return cases
        .findAll(List.copyOf(officials.keySet()))
        .compose(
            found ->
                theirs(found, 0, notice, new ArrayList<>())
                    .map(
                        theirs ->
                            theirs.size() == found.size()
                                ? Optional.of(entry)
                                : theirs.stream()
                                    .findFirst()
                                    .map(first -> about(entry, first, theirs, officials))));
  }

  /** It was not taken back, and whoever agreed to it is still who the case is of. */
  private static boolean shares(Case one, Notice notice) {
    return one.open()
        && one.care()
            .consult(notice.facts().get("consult"))
            .map(Consult::partner)
            .filter(it -> it.revokedAt() == null)
            .filter(it -> one.participant(it.consent().link()).isPresent())
            .isPresent();
  }

  /** The cases that it is about, with who has each. */
  private static Map<String, String> officials(Notice notice) {
    Map<String, String> all = new LinkedHashMap<>(Together.officials(notice.facts()));
    all.putIfAbsent(notice.caseNumber(), notice.official());
    return all;
  }

  private Future<List<Case>> theirs(List<Case> found, int at, Notice notice, List<Case> theirs) {
    if (at == found.size()) {
      return Future.succeededFuture(theirs);
    }
    Case one = found.get(at);
    return isTheirs(one, notice.to())
        .compose(
            is -> {
              if (is && Together.happens(notice.facts(), one)) {
                theirs.add(one);
              }
              return theirs(found, at + 1, notice, theirs);
            });
  }

  /** Where it was joined to another, also there. */
  private Future<Boolean> isTheirs(Case one, String to) {
    if (left(one, to) || !one.joined()) {
      return Future.succeededFuture(!left(one, to));
    }
    return Joining.followed(cases, one.id()).map(into -> into.filter(it -> left(it, to)).isEmpty());
  }

  private static boolean left(Case one, String to) {
    return one.former().stream().anyMatch(it -> it.address().value().equals(to))
        && one.participants().stream().noneMatch(it -> it.address().value().equals(to));
  }

  private static Outgoing about(
      Outgoing entry, Case first, List<Case> theirs, Map<String, String> officials) {
    Notice notice = entry.notice();
    boolean same = first.id().equals(notice.caseNumber());
    Map<String, String> facts = new TreeMap<>(notice.facts());
    Map<String, String> left = new LinkedHashMap<>();
    theirs.forEach(one -> left.put(one.id(), officials.get(one.id())));
    Together.among(facts, left);
    if (!same) {
      facts.keySet().removeAll(List.of("due", "promise"));
      first.participants().stream()
          .filter(one -> one.address().value().equals(notice.to()))
          .findFirst()
          .ifPresent(
              one -> {
                facts.put("subject", first.subjectFor(one));
                facts.put("link", one.key());
              });
    }
    return entry.about(
        new Notice(
            notice.key(),
            notice.kind(),
            notice.channel(),
            notice.to(),
            officials.get(first.id()),
            first.id(),
            notice.language(),
            facts));
  }
}
