package nl.aanspreekpunt.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * A mailbox as it is: of twenty mails twelve plain ones of 2 kB, four with a file of 100 kB, three
 * in HTML with 50 pictures in their text, and one that quotes a thread of 1 MB.
 */
final class MixedMail {
  /** What a mail is. */
  enum Kind {
    PLAIN,
    FILE,
    PICTURES,
    THREAD
  }

  private static final int FILE_BYTES = 100_000;
  private static final int PICTURES = 50;
  private static final int PICTURE_BYTES = 1_500;
  private static final int THREAD_BYTES = 1_000_000;
  private static final String SENTENCE =
      "Dit is een zin uit een lange wisseling van berichten over een lekkage in de badkamer.";

  private MixedMail() {}

  static Kind kind(int n) {
    int place = Math.floorMod(n * 7, 20);
    return place < 12
        ? Kind.PLAIN
        : place < 16 ? Kind.FILE : place < 19 ? Kind.PICTURES : Kind.THREAD;
  }

  /** As it is on the wire, without the end of data. */
  static byte[] of(String run, int n) {
    return of(kind(n), run, n);
  }

  static byte[] of(Kind kind, String run, int n) {
    return switch (kind) {
      case PLAIN -> MailSender.mail(run, n);
      case FILE -> file(run, n, FILE_BYTES);
      case PICTURES -> pictures(run, n);
      case THREAD -> thread(run, n);
    };
  }

  /**
   * @param bytes of the file, before it is encoded
   */
  static byte[] file(String run, int n, int bytes) {
    return bytes(
        head(run, n)
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\nBijgaand de foto van de lekkage.\r\n"
            + "--b\r\nContent-Type: image/jpeg; name=lek.jpg\r\n"
            + "Content-Disposition: attachment; filename=lek.jpg\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + base64(n, bytes)
            + "\r\n--b--\r\n");
  }

  private static byte[] pictures(String run, int n) {
    StringBuilder html = new StringBuilder("<html><body><p>Zie de foto's.</p>");
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < PICTURES; i++) {
      html.append("<p>Foto ")
          .append(i)
          .append(": <img src=\"cid:p")
          .append(i)
          .append("\"></p>\r\n");
      parts
          .append("--b\r\nContent-Type: image/png; name=p.png\r\nContent-ID: <p")
          .append(i)
          .append(">\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n")
          .append(base64(n * PICTURES + i, PICTURE_BYTES))
          .append("\r\n");
    }
    return bytes(
        head(run, n)
            + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n"
            + html
            + "</body></html>\r\n"
            + parts
            + "--b--\r\n");
  }

  private static byte[] thread(String run, int n) {
    StringBuilder text = new StringBuilder(head(run, n));
    text.append("Content-Type: text/plain; charset=utf-8\r\n\r\nWanneer komt er iemand?\r\n");
    for (int depth = 1; text.length() < THREAD_BYTES; depth++) {
      String mark = "> ".repeat(Math.min(depth, 20));
      text.append(mark).append("Op di 24 nov 2026 om 10:12 schreef Inwoner <i@x.example>:\r\n");
      for (int line = 0; line < 40; line++) {
        text.append(mark).append("> ").append(SENTENCE).append("\r\n");
      }
    }
    return bytes(text.toString());
  }

  private static String head(String run, int n) {
    String author = run + n + "@inwoner.example";
    return String.join(
        "\r\n",
        List.of(
            "From: Inwoner " + n + " <" + author + ">",
            "To: info@voorbeeldstad.example",
            "Subject: Lekkage in de badkamer " + n,
            "Message-ID: <" + author.replace('@', '.') + "@mail.example>",
            "Date: Tue, 24 Nov 2026 10:12:00 +0100",
            "MIME-Version: 1.0",
            ""));
  }

  /** Of bytes that no mail shares with another. */
  private static String base64(int seed, int bytes) {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return Base64.getMimeEncoder().encodeToString(content);
  }

  private static byte[] bytes(String mail) {
    return mail.getBytes(US_ASCII);
  }
}
