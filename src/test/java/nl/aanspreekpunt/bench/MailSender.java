package nl.aanspreekpunt.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * Mails, of 2 kB unless others are given, over one SMTP connection; sender, recipient and DATA
 * leave together (RFC 2920).
 */
final class MailSender implements Sender {
  private static final int BYTES = 2_048;
  private static final int PATIENCE_MS = 60_000;
  private static final String[] SUBJECTS = {
    "Paspoort aanvragen", "Schulden en huur", "Stoep ligt los", "Vraag over mijn uitkering"
  };
  private final Socket socket;
  private final BufferedReader replies;
  private final OutputStream out;
  private final String run;
  private final Mails mails;

  /** Makes the mails, each as it is on the wire, without the end of data. */
  @FunctionalInterface
  interface Mails {
    byte[] mail(String run, int n);
  }

  /**
   * @param run makes the addresses of this run unlike those of any other
   */
  MailSender(int port, String run) throws IOException {
    this(port, run, MailSender::mail);
  }

  MailSender(int port, String run, Mails mails) throws IOException {
    this.run = run;
    this.mails = mails;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    out = socket.getOutputStream();
    expect("220");
    write("EHLO bench.example\r\n");
    expect("250");
  }

  @Override
  public Sent send(int n) throws IOException {
    String author = run + n + "@inwoner.example";
    write("MAIL FROM:<" + author + ">\r\nRCPT TO:<info@voorbeeldstad.example>\r\nDATA\r\n");
    expect("250");
    expect("250");
    expect("354");
    byte[] mail = mails.mail(run, n);
    out.write(mail);
    write(".\r\n");
    long ended = System.currentTimeMillis();
    String[] words = expect("250").split(" ", -1);
    return new Sent(words[words.length - 1], ended);
  }

  /** As it is on the wire, without the end of data. */
  static byte[] mail(String run, int n) {
    String author = run + n + "@inwoner.example";
    StringBuilder mail = new StringBuilder(BYTES);
    mail.append("From: Inwoner ").append(n).append(" <").append(author).append(">\r\n");
    mail.append("To: info@voorbeeldstad.example\r\n");
    mail.append("Subject: ").append(SUBJECTS[n % SUBJECTS.length]).append(' ').append(n);
    mail.append("\r\nMessage-ID: <").append(author.replace('@', '.')).append("@mail.example>\r\n");
    mail.append("Date: Tue, 24 Nov 2026 10:12:00 +0100\r\nMIME-Version: 1.0\r\n");
    mail.append("Content-Type: text/plain; charset=utf-8\r\n\r\nGeachte gemeente,\r\n\r\n");
    String sentence =
        String.format(
            Locale.ROOT, "Dit is vraag %d van een inwoner die graag antwoord krijgt.\r\n", n);
    while (mail.length() + sentence.length() <= BYTES) {
      mail.append(sentence);
    }
    return mail.toString().getBytes(US_ASCII);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  /** The last line of a reply. */
  private String expect(String code) throws IOException {
    String line = replies.readLine();
    while (line != null && line.startsWith(code + "-")) {
      line = replies.readLine();
    }
    if (line == null || !line.startsWith(code)) {
      throw new IOException("expected " + code + ", the hub said: " + line);
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    try (socket) {
      write("QUIT\r\n");
      expect("221");
    }
  }
}
