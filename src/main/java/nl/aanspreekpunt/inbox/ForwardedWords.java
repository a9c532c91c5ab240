package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Grounds;

/** The words of messages that go to another body, oldest first, each under its day. */
public record ForwardedWords(Receipts receipts, ZoneId zone) {
  private static final int MOST_CHARACTERS = 20_000;

  /** Null when nothing goes there. */
  public Future<String> of(Grounds grounds) {
    return grounds == null || !grounds.forwards() || grounds.messages().isEmpty()
        ? Future.succeededFuture()
        : receipts.findAll(grounds.messages()).map(this::together);
  }

  private String together(List<Receipt> found) {
    String all =
        found.stream()
            .sorted(Comparator.comparing(Receipt::receivedAt))
            .filter(one -> one.read() != null)
            .map(one -> day(one) + ":\n" + one.read().brief())
            .collect(Collectors.joining("\n\n"));
    return all.substring(0, Math.min(MOST_CHARACTERS, all.length()));
  }

  private String day(Receipt one) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"))
        .format(one.receivedAt().atZone(zone));
  }
}
