package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Enclosing;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * The files of messages that go to another body, as their senders sent them; those that an official
 * sends with an answer, and the message that it answers.
 */
public record ForwardedFiles(Receipts receipts, Attachments attachments) implements Enclosures {
  private static final int MOST_LINES = 100;
  private static final int LONGEST_QUOTE = 4_000;
  private static final String ANY = "application/octet-stream";

  @Override
  public Future<List<File>> of(Outgoing entry) {
    String files = entry.notice().facts().getOrDefault("files", "");
    if (!files.isBlank()) {
      return chosen(List.of(files.split(" ", -1)), 0, new ArrayList<>());
    }
    String messages = entry.notice().facts().getOrDefault("messages", "");
    return entry.notice().kind() != Notice.Kind.FORWARD || messages.isBlank()
        ? Future.succeededFuture(List.of())
        : receipts
            .findAll(List.of(messages.split(" ", -1)))
            .compose(found -> read(Enclosing.of(found).goes(), 0, new ArrayList<>()));
  }

  @Override
  public Future<Optional<Original>> original(Outgoing entry) {
    String quotes = entry.notice().facts().get("quotes");
    return quotes == null
        ? Future.succeededFuture(Optional.empty())
        : receipts
            .findAll(List.of(quotes))
            .map(
                found ->
                    found.stream()
                        .filter(one -> one.read() != null && !one.read().own().isBlank())
                        .findFirst()
                        .map(one -> new Original(one.receivedAt(), quoted(one.read().own()))));
  }

  /** The beginning of what is long. */
  private static String quoted(String own) {
    List<String> lines = own.strip().lines().limit(MOST_LINES).toList();
    String text = String.join("\n", lines);
    int end = Math.min(LONGEST_QUOTE, text.length());
    String begin = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, end)));
    return begin.length() < own.strip().length() ? begin.strip() + " […]" : begin;
  }

  /** Those that an official chose: {@code receipt:part} each. */
  private Future<List<File>> chosen(List<String> all, int next, List<File> read) {
    if (next == all.size()) {
      return Future.succeededFuture(read);
    }
    String[] one = all.get(next).split(":", 2);
    return receipts
        .find(one[0])
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Attachments.Opened>empty())
                    : attachments.open(found.get(), Integer.parseInt(one[1])))
        .compose(
            file -> {
              file.ifPresent(it -> read.add(safe(it, next + 1)));
              return chosen(all, next + 1, read);
            });
  }

  /** One after another, so that no more than one large message is in memory at once. */
  private Future<List<File>> read(List<Enclosing.One> all, int next, List<File> read) {
    return next == all.size()
        ? Future.succeededFuture(read)
        : receipts
            .find(all.get(next).receipt().id())
            .compose(
                found ->
                    found.isEmpty()
                        ? Future.succeededFuture(Optional.<Attachments.Opened>empty())
                        : attachments.open(found.get(), all.get(next).file().part()))
            .compose(
                file -> {
                  file.ifPresent(it -> read.add(safe(it, next + 1)));
                  return read(all, next + 1, read);
                });
  }

  /** Name and type are a stranger's: nothing in them may mean something in a header. */
  private static File safe(Attachments.Opened file, int number) {
    String name = file.name().replaceAll("[^\\p{L}\\p{N}. _-]", "_").strip();
    String type = file.type().toLowerCase(Locale.ROOT);
    boolean plain = type.matches("(application|audio|image|text|video)/[a-z0-9.+-]{1,80}");
    return new File(
        name.isEmpty() ? "bijlage-" + number : name.substring(0, Math.min(120, name.length())),
        plain ? type : ANY,
        Buffer.buffer(file.bytes()));
  }
}
