package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/**
 * The message that an answer goes below, so that the citizen's mail program shows it there, and the
 * letter quotes it: the last that its reader wrote themselves, of those its author saw.
 */
public record Answers(Receipts receipts) {
  private static final int THREAD = 10;
  private static final int LOOKED_AT = 10;

  /**
   * Facts of a reply: {@code inReplyTo}, {@code references} and {@code quotes}; empty when nothing
   * is known of what it answers.
   *
   * @param link whom it is for; null: the one last heard from
   * @param seen the last message that its author saw (receipt id); null when there was none
   */
  public Future<Map<String, String>> of(Case one, String link, String seen) {
    if (seen == null || !one.holds(seen)) {
      return Future.succeededFuture(Map.of());
    }
    String reader = link == null ? one.contact() : link;
    List<String> theirs = theirs(one, reader, seen);
    List<String> all = new ArrayList<>(theirs);
    if (!all.contains(seen)) {
      all.add(seen);
    }
    return receipts
        .findAll(all)
        .map(
            found -> {
              Optional<Receipt> own =
                  found.stream()
                      .filter(it -> theirs.contains(it.id()) && byPerson(it.read()))
                      .findFirst();
              return own.or(() -> found.stream().filter(it -> it.id().equals(seen)).findFirst())
                  .map(it -> facts(it, own.isPresent() && !one.hidesSubject()))
                  .orElse(Map.of());
            });
  }

  /** Latest first. */
  private static List<String> theirs(Case one, String reader, String seen) {
    List<String> theirs = new ArrayList<>();
    for (CaseEvent.Received in : one.messages()) {
      if (in.link() != null && in.link().equals(reader)) {
        theirs.add(in.receipt());
      }
      if (in.receipt().equals(seen)) {
        break;
      }
    }
    Collections.reverse(theirs);
    return theirs.subList(0, Math.min(LOOKED_AT, theirs.size()));
  }

  private static boolean byPerson(Inbound read) {
    return read != null && !read.automatic() && read.machine() == null;
  }

  /** What is confidential is not sent around once more. */
  private static Map<String, String> facts(Receipt receipt, boolean quotes) {
    Map<String, String> facts = new TreeMap<>();
    Inbound read = receipt.read();
    if (quotes && !read.own().isBlank()) {
      facts.put("quotes", receipt.id());
    }
    if (read != null && read.messageId() != null) {
      StringBuilder references = new StringBuilder();
      for (int i = Math.min(THREAD, read.threads().size()) - 1; i >= 0; i--) {
        references.append(read.threads().get(i)).append(' ');
      }
      facts.put("inReplyTo", read.messageId());
      facts.put("references", references.append(read.messageId()).toString());
    }
    return facts;
  }
}
