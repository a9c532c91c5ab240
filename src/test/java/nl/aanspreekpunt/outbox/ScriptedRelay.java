package nl.aanspreekpunt.outbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that answers each command as a script says: a line to answer, {@link #CLOSE} or
 * {@link #SILENCE}. Commands: CONNECT, EHLO, MAIL, RCPT, DATA, CONTENT (after the dot); or a whole
 * line, such as {@code RCPT TO:<a@b.example>}.
 */
public final class ScriptedRelay implements AutoCloseable {
  public static final String CLOSE = "close";
  public static final String SILENCE = "silence";

  /** Mails that came in whole, with the dot, whatever was answered. */
  public final List<String> whole = new CopyOnWriteArrayList<>();

  public final List<String> commands = new CopyOnWriteArrayList<>();

  private final Map<String, String> script = new ConcurrentHashMap<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  public ScriptedRelay() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public ScriptedRelay on(String command, String answer) {
    script.put(command, answer);
    return this;
  }

  public ScriptedRelay well(String command) {
    script.remove(command);
    return this;
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "scripted-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        sockets.add(socket);
        inBackground(() -> talk(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      if (!answer("CONNECT", "220 relay", out)) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        commands.add(line);
        String scripted = script.containsKey(line) ? line : command;
        if (!answer(scripted, command.equals("DATA") ? "354 go on" : "250 well", out)) {
          return;
        }
        if (command.equals("DATA") && script.getOrDefault("DATA", "354").startsWith("354")) {
          String content = content(in);
          if (content == null) {
            return;
          }
          whole.add(content);
          if (!answer("CONTENT", "250 taken", out)) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private static String content(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return content.toString();
      }
      content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return null;
  }

  /** False when the connection is to be closed. */
  private boolean answer(String command, String usual, OutputStream out) throws IOException {
    String answer = script.getOrDefault(command, usual);
    if (answer.equals(CLOSE)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return true;
  }

  /** The mails to somebody that came in whole, in the order of arrival. */
  public List<MimeMessage> to(String address) {
    return whole.stream()
        .map(ScriptedRelay::parsed)
        .filter(mail -> recipient(mail).equals(address))
        .toList();
  }

  private static MimeMessage parsed(String mail) {
    try {
      byte[] raw = mail.getBytes(StandardCharsets.ISO_8859_1);
      return new MimeMessage(null, new ByteArrayInputStream(raw));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
