package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Outgoing;

/** The files that an official sends with an answer, and the message that it answers. */
public record AnswerFiles(Receipts receipts, Filing filing) implements Enclosures {
  private static final int MOST_LINES = 100;
  private static final int LONGEST_QUOTE = 4_000;

  @Override
  public Future<List<File>> of(Outgoing entry) {
    String files = entry.notice().facts().getOrDefault("files", "");
    return files.isBlank()
        ? Future.succeededFuture(List.of())
        : chosen(List.of(files.split(" ", -1)), 0, new ArrayList<>());
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
                    ? Future.succeededFuture()
                    : file(found.get(), Integer.parseInt(one[1]), next + 1).onSuccess(read::add))
        .compose(done -> chosen(all, next + 1, read));
  }

  private Future<File> file(Receipt receipt, int part, int number) {
    Buffer bytes = Buffer.buffer();
    return filing
        .settled(receipt)
        .compose(
            known -> {
              StoredFile file = known.file(part).orElseThrow();
              if (!file.state().opens()) {
                return Future.failedFuture("a file of the answer does not open");
              }
              return filing
                  .read(
                      known,
                      file,
                      piece -> {
                        bytes.appendBuffer(piece);
                        return Future.succeededFuture();
                      })
                  .map(whole -> Safe.file(file.name(), file.type(), bytes, number));
            });
  }
}
