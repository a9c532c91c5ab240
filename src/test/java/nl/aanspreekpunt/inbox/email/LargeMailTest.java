package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because it measures memory. */
@Isolated
class LargeMailTest {
  private static final int MB = 1 << 20;
  private static final byte[] LINES =
      ("x".repeat(1022) + "\r\n").repeat(1024).getBytes(StandardCharsets.US_ASCII);

  private final Listening hub = new Listening();

  @AfterEach
  void stop() throws IOException {
    hub.close();
  }

  private static String deliver(SmtpDialogue smtp, String head, int megabytes) throws IOException {
    smtp.envelope();
    smtp.send(head);
    for (int i = 0; i < megabytes; i++) {
      smtp.send(LINES);
    }
    smtp.send(".\r\n");
    return smtp.reply();
  }

  @Test
  void aMailOverAMegabyteIsStoredInPiecesBeforeItsReceipt() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(deliver(smtp, "Subject: groot\r\n\r\n", 3)).startsWith("250 2.0.0");
    }
    Receipt receipt = hub.inbox.only();
    assertThat(receipt.raw()).isNull();
    assertThat(receipt.pieces()).isEqualTo(4);
    assertThat(receipt.size()).isEqualTo(3L * MB + 18);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int n = 0; n < 4; n++) {
      whole.writeBytes(hub.inbox.pieces.get(receipt.id() + "/" + n));
    }
    assertThat(whole.toString(StandardCharsets.US_ASCII)).startsWith("Subject: groot\r\n\r\nxxx");
    assertThat(whole.size()).isEqualTo(3 * MB + 18);
    assertThat(hub.spooled()).isEmpty();
  }

  @Test
  void aMailUpToAMegabyteIsInItsReceipt() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(deliver(smtp, "", 1)).startsWith("250 2.0.0");
      assertThat(hub.inbox.only().raw()).isEqualTo(LINES);
      assertThat(hub.spooled()).isEmpty();
    }
  }

  @Test
  void thirtyMegabytesAreRefusedWhenAnnouncedAndWhileRead() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("MAIL FROM:<a@b.example> SIZE=31457280 BODY=8BITMIME"))
          .startsWith("552 5.3.4");
      assertThat(smtp.says("MAIL FROM:<a@b.example> SIZE=99999999999999999999")).startsWith("552");
      assertThat(smtp.says("RSET")).startsWith("250");
      assertThat(deliver(smtp, "", 30)).startsWith("552 5.3.4");
      assertThat(hub.spooled()).isEmpty();
      assertThat(smtp.delivers("Subject: klein\r\n\r\nklein")).as("the next").startsWith("250");
    }
  }

  @Test
  void aFullSpoolMeansTryAgainForLargeMailAndNothingForSmall() throws IOException {
    Duration some = Duration.ofSeconds(20);
    SmtpSettings.Limits tight = new SmtpSettings.Limits(9, 9, 9, MB, some, some, some, some);
    try (Listening small = new Listening(tight, null, null);
        SmtpDialogue smtp = small.greeted()) {
      assertThat(deliver(smtp, "", 2)).startsWith("452 4.3.1");
      assertThat(small.spooled()).isEmpty();
      assertThat(smtp.delivers("Subject: klein\r\n\r\nklein")).startsWith("250");
      assertThat(deliver(smtp, "", 1)).as("its space was given back").startsWith("250");
    }
  }

  @Test
  void whatACrashLeftInTheSpoolIsDeletedAtStart() throws IOException {
    Path directory = Files.createTempDirectory("spool");
    Files.writeString(directory.resolve("123.mail"), "left");
    Files.writeString(directory.resolve("other.txt"), "not ours");
    new Spool(directory, MB).open();
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("other.txt");
    }
    Files.delete(directory.resolve("other.txt"));
    Files.delete(directory);
  }

  @Test
  void twentyMailsOfTwentyFourMegabytesAtOnceStayWithinAHundredMegabytes() throws Exception {
    hub.inbox.forgetful = true;
    List<Thread> senders = new ArrayList<>();
    CountDownLatch accepted = new CountDownLatch(20);
    long before = used();
    for (int i = 0; i < 20; i++) {
      String head = "Message-ID: <" + i + "@b.example>\r\n\r\n";
      Thread sender = new Thread(() -> send(head, accepted));
      sender.start();
      senders.add(sender);
    }
    long most = 0;
    while (accepted.getCount() > 0 && senders.stream().anyMatch(Thread::isAlive)) {
      most = Math.max(most, used());
      accepted.await(300, TimeUnit.MILLISECONDS);
    }
    assertThat(accepted.getCount()).isZero();
    assertThat(hub.inbox.receipts).hasSize(20);
    assertThat(hub.spooled()).isEmpty();
    assertThat((most - before) / MB).as("MB in use").isBetween(0L, 100L);
  }

  private void send(String head, CountDownLatch accepted) {
    try (SmtpDialogue smtp = hub.greeted()) {
      if (deliver(smtp, head, 24).startsWith("250 2.0.0")) {
        accepted.countDown();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is reachable, senders and their sockets included. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
