package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Grounds;

/**
 * The words of messages that go to another body, oldest first, each under its day, with the names
 * of the files that go along, of those that are too large to, and of those that are held back.
 */
public record ForwardedWords(Receipts receipts, ZoneId zone) {
  private static final int MOST_CHARACTERS = 20_000;

  /** Null when nothing goes there. */
  public Future<String> of(Grounds grounds) {
    return grounds == null || !grounds.forwards() || grounds.messages().isEmpty()
        ? Future.succeededFuture()
        : receipts.findAll(grounds.messages()).map(this::together);
  }

  private String together(List<Receipt> found) {
    Enclosing files = Enclosing.of(found);
    String all =
        found.stream()
            .sorted(Comparator.comparing(Receipt::receivedAt))
            .filter(one -> one.read() != null)
            .map(one -> said(one, files))
            .collect(Collectors.joining("\n\n"));
    return all.substring(0, Math.min(MOST_CHARACTERS, all.length()));
  }

  private String said(Receipt one, Enclosing files) {
    return day(one)
        + ":\n"
        + one.read().brief()
        + named("Bijlagen: ", files.goes(), one)
        + named("Te groot om mee te sturen, vraag ernaar: ", files.stays(), one)
        + named("Houden wij tegen om virussen, vraag ernaar: ", files.held(), one);
  }

  private static String named(String what, List<Enclosing.One> files, Receipt in) {
    String names =
        files.stream()
            .filter(it -> it.receipt().id().equals(in.id()))
            .map(Enclosing.One::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "\n" + what + names;
  }

  private String day(Receipt one) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"))
        .format(one.receivedAt().atZone(zone));
  }
}
