package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;

/** Several notices to one official as one, and one as several: the most pressing first. */
final class Gathered {
  private static final String LINES = "lines";

  /** What is due first; what is due at no moment comes after it, oldest first. */
  static final Comparator<Outgoing> MOST_PRESSING =
      Comparator.comparing(Gathered::due)
          .thenComparing(Outgoing::createdAt)
          .thenComparing(Outgoing::id);

  private Gathered() {}

  private static Instant due(Outgoing entry) {
    String due = entry.notice().facts().get("due");
    return due == null ? Instant.MAX : Instant.parse(due);
  }

  /**
   * One is sent as it is. Several bear the number of the most pressing.
   *
   * @param pressing in that order; never empty
   */
  static Notice of(List<Outgoing> pressing) {
    Notice first = pressing.get(0).notice();
    if (pressing.size() == 1) {
      return with(first, first.kind(), Channel.EMAIL, first.facts());
    }
    Map<String, String> facts = new HashMap<>();
    facts.put(LINES, String.valueOf(pressing.size()));
    for (int i = 0; i < pressing.size(); i++) {
      Notice line = pressing.get(i).notice();
      String at = i + ":";
      facts.put(at + "kind", line.kind().name());
      if (line.caseNumber() != null) {
        facts.put(at + "case", line.caseNumber());
      }
      line.facts().forEach((fact, value) -> facts.put(at + "fact:" + fact, value));
    }
    return with(first, Notice.Kind.DIGEST, Channel.EMAIL, facts);
  }

  /** What a digest tells, a notice each. */
  static List<Notice> lines(Notice digest) {
    List<Notice> lines = new ArrayList<>();
    int count = Integer.parseInt(digest.facts().getOrDefault(LINES, "0"));
    for (int i = 0; i < count; i++) {
      lines.add(line(digest, i + ":"));
    }
    return lines;
  }

  private static Notice line(Notice digest, String at) {
    Map<String, String> facts = new HashMap<>();
    String fact = at + "fact:";
    digest.facts().entrySet().stream()
        .filter(one -> one.getKey().startsWith(fact))
        .forEach(one -> facts.put(one.getKey().substring(fact.length()), one.getValue()));
    return new Notice(
        digest.key(),
        Notice.Kind.valueOf(digest.facts().get(at + "kind")),
        digest.channel(),
        digest.to(),
        digest.official(),
        digest.facts().get(at + "case"),
        digest.language(),
        facts);
  }

  private static Notice with(
      Notice first, Notice.Kind kind, Channel channel, Map<String, String> facts) {
    return new Notice(
        "digest",
        kind,
        channel,
        first.to(),
        first.official(),
        first.caseNumber(),
        first.language(),
        facts);
  }
}
