package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Enclosing;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * The files of messages that go to another body; what is held back here stays here. Other letters
 * have what an official chose.
 */
public record ForwardedFiles(Receipts receipts, Filing filing, AnswerFiles answers)
    implements Enclosures {
  @Override
  public Future<List<File>> of(Outgoing entry) {
    String messages = entry.notice().facts().getOrDefault("messages", "");
    return entry.notice().kind() != Notice.Kind.FORWARD || messages.isBlank()
        ? answers.of(entry)
        : receipts
            .findAll(List.of(messages.split(" ", -1)))
            .compose(found -> settled(found, 0, new ArrayList<>()))
            .compose(known -> read(Enclosing.of(known).goes(), 0, new ArrayList<>()));
  }

  @Override
  public Future<Optional<Original>> original(Outgoing entry) {
    return answers.original(entry);
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
              read.add(Safe.file(file.get().name(), file.get().type(), bytes, next + 1));
              return read(all, next + 1, read);
            });
  }
}
