package nl.aanspreekpunt.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;

/** Mail as fast as the hub takes it, each from a sender of its own, until it breaks off. */
final class MailLoad {
  private static final int SENDERS = 8;

  /** Receipt by sender, of mail that got 250. */
  final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  /** Who sent something, acknowledged or not. */
  final Set<String> sent = ConcurrentHashMap.newKeySet();

  private final AtomicInteger mails = new AtomicInteger();
  private final List<Thread> senders = new ArrayList<>();

  void start(int port) {
    for (int i = 0; i < SENDERS; i++) {
      Thread sender = new Thread(() -> sendUntilBroken(port), "sender-" + i);
      sender.start();
      senders.add(sender);
    }
  }

  /** Until each sender was broken off. */
  void join() throws InterruptedException {
    for (Thread sender : senders) {
      sender.join();
    }
    senders.clear();
  }

  private void sendUntilBroken(int port) {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(port)) {
      while (true) {
        String citizen = "citizen" + mails.incrementAndGet() + "@elders.example";
        sent.add(citizen);
        String reply = send(smtp, citizen);
        if (!reply.startsWith("250 ")) {
          return;
        }
        acknowledged.put(citizen, receipt(reply));
      }
    } catch (IOException killed) {
      return;
    }
  }

  /** One mail of two kilobytes; what the hub said of it at last. */
  private static String send(SmtpDialogue smtp, String citizen) throws IOException {
    smtp.says("MAIL FROM:<" + citizen + ">");
    smtp.says("RCPT TO:<vraag@voorbeeldstad.example>");
    smtp.says("DATA");
    smtp.send(
        "From: <%s>\r\nSubject: Mijn huur\r\n\r\n%s\r\n.\r\n"
            .formatted(citizen, "Wat kan ik doen aan mijn huur?\r\n".repeat(60)));
    return smtp.reply();
  }

  /** The receipt's id, from the reply to a mail that was taken. */
  static String receipt(String reply) {
    return reply.substring(reply.lastIndexOf(' ') + 1);
  }
}
