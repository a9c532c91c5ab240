package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Enclosing;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/** The files of messages that go to another body; what is held back here stays here. */
public record ForwardedFiles(Receipts receipts, Filing filing) implements Enclosures {
  private static final String ANY = "application/octet-stream";

  @Override
  public Future<List<File>> of(Outgoing entry) {
    String messages = entry.notice().facts().getOrDefault("messages", "");
    return entry.notice().kind() != Notice.Kind.FORWARD || messages.isBlank()
        ? Future.succeededFuture(List.of())
        : receipts
            .findAll(List.of(messages.split(" ", -1)))
            .compose(found -> settled(found, 0, new ArrayList<>()))
            .compose(known -> read(Enclosing.of(known).goes(), 0, new ArrayList<>()));
  }

  private Future<List<Receipt>> settled(List<Receipt> found, int next, List<Receipt> known) {
    return next == found.size()
        ? Future.succeededFuture(known)
        : filing
            .settled(found.get(next))
            .compose(
                one -> {
                  known.add(one);
                  return settled(found, next + 1, known);
                });
  }

  private Future<List<File>> read(List<Enclosing.One> all, int next, List<File> read) {
    if (next == all.size()) {
      return Future.succeededFuture(read);
    }
    Receipt receipt = all.get(next).receipt();
    Optional<StoredFile> file =
        receipt.file(all.get(next).file().part()).filter(it -> it.state().opens());
    if (file.isEmpty()) {
      return read(all, next + 1, read);
    }
    Buffer bytes = Buffer.buffer();
    return filing
        .read(
            receipt,
            file.get(),
            piece -> {
              bytes.appendBuffer(piece);
              return Future.succeededFuture();
            })
        .compose(
            whole -> {
              read.add(safe(file.get(), bytes, next + 1));
              return read(all, next + 1, read);
            });
  }

  /** Name and type are a stranger's: nothing in them may mean something in a header. */
  private static File safe(StoredFile file, Buffer bytes, int number) {
    String name = file.name().replaceAll("[^\\p{L}\\p{N}. _-]", "_").strip();
    String type = file.type().toLowerCase(Locale.ROOT);
    boolean plain = type.matches("(application|audio|image|text|video)/[a-z0-9.+-]{1,80}");
    return new File(
        name.isEmpty() ? "bijlage-" + number : name.substring(0, Math.min(120, name.length())),
        plain ? type : ANY,
        bytes);
  }
}
