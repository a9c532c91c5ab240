package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.aanspreekpunt.inbox.FileSources;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/** The files of a stored mail, one after another, each read piece by piece. */
public final class Attachments implements FileSources {
  private final RawMail mails;
  private final WorkerExecutor workers;

  public Attachments(Vertx vertx, Receipts receipts) {
    this.mails = new RawMail(receipts);
    this.workers = vertx.createSharedWorkerExecutor("mail-reading", EmailReading.WORKERS);
  }

  /** A file within a mail. */
  private static final class Within implements Source {
    private final Files.One file;
    private final WorkerExecutor workers;
    private InputStream bytes;

    private Within(Files.One file, WorkerExecutor workers) {
      this.file = file;
      this.workers = workers;
    }

    @Override
    public int part() {
      return file.number();
    }

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public <T> Future<T> use(Callable<T> work) {
      return workers.executeBlocking(work, false);
    }

    /** Its end is where its encoding breaks, if that does. */
    @Override
    public byte[] next(int most) {
      byte[] next = new byte[most];
      int filled = 0;
      int n = 0;
      while (filled < most && n >= 0) {
        n = read(next, filled);
        filled += Math.max(n, 0);
      }
      return filled == most ? next : Arrays.copyOf(next, filled);
    }

    private int read(byte[] into, int from) {
      try {
        bytes = bytes == null ? file.bytes().open() : bytes;
        return bytes.read(into, from, Math.min(8192, into.length - from));
      } catch (IOException | MessagingException | RuntimeException broken) {
        return -1;
      }
    }
  }

  /**
   * The next once the one before was used, so that there is one in memory, besides the mail.
   *
   * @param receipt with its raw message, or its pieces in the store
   */
  @Override
  public Future<Void> each(Receipt receipt, Function<Source, Future<Void>> use) {
    return mails.use(
        receipt,
        raw ->
            workers.executeBlocking(() -> all(raw), false).compose(files -> each(files, 0, use)));
  }

  /** What the files of a mail are called, such as of one that is a file itself. */
  public static List<String> names(byte[] mail) {
    return all(mail).stream().map(Files.One::name).toList();
  }

  private static List<Files.One> all(byte[] stored) {
    byte[] raw = SignedWhole.opened(stored);
    Budget budget = new Budget();
    MailPart message = MailPart.read(raw, budget);
    return new Files(raw, new Decoding(raw, budget), budget).all(message.leaves());
  }

  private Future<Void> each(List<Files.One> files, int n, Function<Source, Future<Void>> use) {
    return n == files.size()
        ? Future.succeededFuture()
        : use.apply(new Within(files.get(n), workers)).compose(used -> each(files, n + 1, use));
  }
}
