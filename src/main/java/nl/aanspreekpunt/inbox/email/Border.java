package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.Receipt;

/**
 * Checks who sent what comes straight from outside, on a few workers of its own and within a time
 * of its own: a DNS that is slow or away makes senders uncertain, and holds nothing else up.
 */
public final class Border {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int WORKERS = 8;
  private static final Authentication.Verdict AWAY =
      new Authentication.Verdict("dns=temperror", false);

  private final BorderCheck check;
  private final WorkerExecutor workers;
  private final Duration patience;

  /**
   * @param dns server to ask, such as {@code 10.0.0.2:53}; null: the system's
   */
  public Border(Vertx vertx, String dns) {
    this(vertx, dns, PATIENCE);
  }

  Border(Vertx vertx, String dns, Duration patience) {
    this.check = BorderCheck.asking(dns);
    this.workers = vertx.createSharedWorkerExecutor("mail-border", WORKERS);
    this.patience = patience;
  }

  /**
   * @param receipt of mail that came over SMTP
   */
  Future<Authentication.Verdict> verdict(Receipt receipt, byte[] raw) {
    String peer = receipt.facts().get(EmailReading.PEER);
    String helo = receipt.facts().getOrDefault("helo", "");
    BorderCheck.Wire wire = new BorderCheck.Wire(peer, helo, receipt.envelopeFrom());
    long until = System.nanoTime() + patience.toNanos();
    return workers
        .executeBlocking(() -> verdict(raw, wire, until), false)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(AWAY);
  }

  private Authentication.Verdict verdict(byte[] raw, BorderCheck.Wire wire, long until) {
    Budget budget = new Budget();
    HeaderFields headers = HeaderFields.read(raw, 0, raw.length, budget);
    Mailboxes.Mailbox from = Mailboxes.first(headers.first("from"), budget);
    String path = from == null ? wire.from() : from.address().value();
    if (path == null || path.isEmpty()) {
      return Authentication.Verdict.NONE;
    }
    String author = MailPath.domain(path);
    List<Authentication.Finding> found = check.findings(raw, wire, author, until);
    return Authentication.verdict(found, headers, author);
  }
}
