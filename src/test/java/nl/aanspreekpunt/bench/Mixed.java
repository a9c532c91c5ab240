package nl.aanspreekpunt.bench;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A mailbox of every kind, and what one very large mail does to the others. */
final class Mixed {
  /** Mails a second that a town's hub is to take. */
  private static final double ASKED = 60;

  private static final int LARGE_BYTES = 18_000_000;
  private static final long BETWEEN_LARGE_NS = 3_000_000_000L;
  private final Options options;
  private final HubProcess hub;
  private final Intake intake;

  Mixed(Options options, HubProcess hub, Report report) {
    this.options = options;
    this.hub = hub;
    this.intake = new Intake(options, hub, report);
  }

  /** How many a second, then how long each takes at what is asked. */
  void measure(double limit) throws IOException {
    Feed feed = feed("x", MixedMail::of);
    intake.warmUp(feed);
    intake.full("mixed-in", feed, options.items() / 4, limit);
    intake.paced("mixed-in-60", feed, ASKED, options.items() / 4);
  }

  /**
   * Plain mails alone, then beside one of 25 MB every three seconds, on a connection of its own.
   */
  void beside() throws IOException {
    Feed feed = feed("y", MailSender::mail);
    intake.warmUp(feed);
    intake.paced("beside-none", feed, ASKED, options.items() / 4);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> large = CompletableFuture.supplyAsync(() -> large(over));
    intake.paced("beside-25mb", feed, ASKED, options.items() / 4);
    over.set(true);
    if (large.join() == 0) {
      throw new IOException("no mail of 25 MB was taken while the others were");
    }
  }

  /** How many were taken. */
  private int large(AtomicBoolean over) {
    int n = 0;
    try (MailSender sender =
        new MailSender(hub.smtpPort(), "z", (run, at) -> MixedMail.file(run, at, LARGE_BYTES))) {
      while (!over.get()) {
        long start = System.nanoTime();
        sender.send(n++);
        LockSupport.parkNanos(BETWEEN_LARGE_NS - (System.nanoTime() - start));
      }
    } catch (IOException e) {
      throw new CompletionException(e);
    }
    return n;
  }

  private Feed feed(String run, MailSender.Mails mails) {
    return new Feed(() -> new MailSender(hub.smtpPort(), run, mails), options.clients());
  }
}
