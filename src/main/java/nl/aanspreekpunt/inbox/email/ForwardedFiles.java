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

/** The files of messages that go to another body, as their senders sent them. */
public record ForwardedFiles(Receipts receipts, Attachments attachments) implements Enclosures {
  private static final String ANY = "application/octet-stream";

  @Override
  public Future<List<File>> of(Outgoing entry) {
    String messages = entry.notice().facts().getOrDefault("messages", "");
    return entry.notice().kind() != Notice.Kind.FORWARD || messages.isBlank()
        ? Future.succeededFuture(List.of())
        : receipts
            .findAll(List.of(messages.split(" ", -1)))
            .compose(found -> read(Enclosing.of(found).goes(), 0, new ArrayList<>()));
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
