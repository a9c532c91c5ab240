package nl.aanspreekpunt.inbox.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Machine;

/**
 * What the parts for machines say in reports: of delivery (RFC 3464), of being opened (RFC 8098)
 * and of being unwanted (RFC 5965).
 */
final class Reports {
  private static final int LARGEST = 64 * 1024;
  private static final int MOST_GROUPS = 50;
  private static final Set<String> ON_ITS_WAY = Set.of("relayed", "expanded");

  /** Of the message that is reported on, where it was copied into the words. */
  private static final Pattern INLINE =
      Pattern.compile("(?im)^[> \\t]*message-id:[ \\t]*(<[^<>\\s]{3,500}>)");

  private Reports() {}

  /** Empty when the mail is no report. */
  static Optional<Machine> in(MailPart message, List<MailPart> leaves, Decoding decoding) {
    for (MailPart part : leaves) {
      String type = part.media().type();
      if (type.equals("message/delivery-status") || type.equals("message/global-delivery-status")) {
        return Optional.of(delivery(groups(part, decoding)));
      }
    }
    // Somebody who passes such a report on is a person, who is to be heard.
    if (!message.media().type().equals("multipart/report")) {
      return Optional.empty();
    }
    String type = message.headers().first("content-type").toLowerCase(Locale.ROOT);
    return type.contains("disposition-notification")
        ? Optional.of(Machine.of(Machine.Kind.READ))
        : type.contains("feedback-report")
            ? Optional.of(Machine.of(Machine.Kind.UNWANTED))
            : Optional.empty();
  }

  /** Each of our letters has one reader: several recipients are those it was passed on to. */
  private static Machine delivery(List<HeaderFields> groups) {
    HeaderFields failed = null;
    HeaderFields delayed = null;
    boolean arrived = false;
    boolean passedOn = false;
    for (HeaderFields group : groups) {
      String action = group.first("action").toLowerCase(Locale.ROOT).strip();
      String status = group.first("status").strip();
      boolean silent = action.isEmpty();
      if (action.startsWith("failed") || (silent && status.matches("[45]\\..*"))) {
        failed = failed == null ? group : failed;
      } else if (action.startsWith("delayed")) {
        delayed = delayed == null ? group : delayed;
      } else if (action.startsWith("delivered") || (silent && status.startsWith("2."))) {
        arrived = true;
      } else {
        passedOn |= ON_ITS_WAY.contains(action);
      }
    }
    if (failed != null && !arrived && !passedOn) {
      return of(Machine.Kind.FAILED, failed);
    }
    if (delayed != null && !arrived) {
      return of(Machine.Kind.DELAYED, delayed);
    }
    return Machine.of(arrived ? Machine.Kind.DELIVERED : Machine.Kind.OTHER);
  }

  private static Machine of(Machine.Kind kind, HeaderFields group) {
    String diagnostic = group.first("diagnostic-code");
    int semicolon = diagnostic.indexOf(';');
    String said = Bounces.line(diagnostic.substring(semicolon + 1));
    String status = group.first("status").strip().split("\\s", 2)[0];
    return new Machine(
        kind, true, Bounces.cause(kind, status, said), said.isEmpty() ? status : said);
  }

  /** The groups of fields of a delivery status: of the message, then of each recipient. */
  private static List<HeaderFields> groups(MailPart part, Decoding decoding) {
    byte[] bytes = decoding.bytes(part, LARGEST);
    Budget budget = new Budget();
    List<HeaderFields> groups = new ArrayList<>();
    int at = 0;
    while (at < bytes.length && groups.size() < MOST_GROUPS) {
      HeaderFields group = HeaderFields.read(bytes, at, bytes.length, budget);
      groups.add(group);
      at = group.bodyFrom();
    }
    return groups;
  }

  /** Message-IDs of what a machine reports on, each once. */
  static List<String> about(List<MailPart> leaves, String text, Decoding decoding) {
    Set<String> ids = new LinkedHashSet<>();
    for (MailPart part : leaves) {
      String type = part.media().type();
      boolean copy =
          part.isMessage()
              || type.equals("text/rfc822-headers")
              || type.equals("message/rfc822-headers");
      if (copy || type.equals("message/disposition-notification")) {
        byte[] bytes = decoding.bytes(part, LARGEST);
        HeaderFields fields = HeaderFields.read(bytes, 0, bytes.length, new Budget());
        Stream.of("message-id", "original-message-id")
            .flatMap(name -> fields.all(name).stream())
            .forEach(id -> ids.addAll(MessageIds.in(id)));
        if (copy) {
          ids.addAll(inline(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
      }
    }
    ids.addAll(inline(text));
    return List.copyOf(ids);
  }

  private static List<String> inline(String text) {
    Matcher found = INLINE.matcher(text);
    return found.results().limit(10).map(id -> id.group(1)).toList();
  }
}
