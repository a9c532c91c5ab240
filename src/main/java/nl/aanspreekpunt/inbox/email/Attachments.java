package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/** Opens one attachment of a stored mail. */
public final class Attachments {
  private final RawMail mails;
  private final WorkerExecutor workers;

  /**
   * What its sender called it, which is not to be trusted: serve it as a download, never inline.
   *
   * @param name may be empty; never a path
   * @param type as declared, such as {@code application/pdf}
   */
  public record Opened(String name, String type, byte[] bytes) {}

  public Attachments(Vertx vertx, Receipts receipts) {
    this.mails = new RawMail(receipts);
    this.workers = vertx.createSharedWorkerExecutor("mail-reading", EmailReading.WORKERS);
  }

  /**
   * @param receipt with its raw message, or its pieces in the store
   * @param part as in {@link nl.aanspreekpunt.inbox.Inbound.Attachment}
   * @return empty when there is no such part; cut off where its encoding breaks
   */
  public Future<Optional<Opened>> open(Receipt receipt, int part) {
    return mails.use(receipt, raw -> workers.executeBlocking(() -> open(raw, part), false));
  }

  private static Optional<Opened> open(byte[] raw, int index) {
    Budget budget = new Budget();
    return new Files(raw, new Decoding(raw, budget), budget)
        .open(MailPart.read(raw, budget), index);
  }
}
