package nl.aanspreekpunt.inbox.email;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The client's side of SMTP, byte by byte. */
public final class SmtpDialogue implements AutoCloseable {
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  SmtpDialogue(int port) throws IOException {
    use(new Socket(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(20_000);
  }

  public static SmtpDialogue greeted(int port) throws IOException {
    SmtpDialogue dialogue = new SmtpDialogue(port);
    dialogue.reply();
    dialogue.says("EHLO client.example");
    return dialogue;
  }

  private void use(Socket connected) throws IOException {
    socket = connected;
    in = new BufferedInputStream(connected.getInputStream());
    out = connected.getOutputStream();
  }

  /** Sends a command and returns its reply. */
  public String says(String command) throws IOException {
    send(command + "\r\n");
    return reply();
  }

  /** MAIL, RCPT and DATA, up to 354. */
  public String envelope() throws IOException {
    says("MAIL FROM:<citizen@elders.example>");
    says("RCPT TO:<vraag@voorbeeldstad.example>");
    return says("DATA");
  }

  public String delivers(String message) throws IOException {
    envelope();
    send(message + "\r\n.\r\n");
    return reply();
  }

  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** All lines of a reply, separated by LF; what came when the connection closes before its end. */
  public String reply() throws IOException {
    StringBuilder reply = new StringBuilder();
    while (true) {
      StringBuilder line = new StringBuilder();
      int b = in.read();
      while (b >= 0 && b != '\n') {
        line.append((char) b);
        b = in.read();
      }
      reply.append(line.toString().strip());
      if (b < 0 || line.length() < 4 || line.charAt(3) != '-') {
        return reply.toString();
      }
      reply.append('\n');
    }
  }

  SSLSocket secure() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return secure(context, "localhost");
  }

  /** Goes on under TLS; whom the context trusts must be who they say, on that host. */
  SSLSocket secure(SSLContext context, String host) throws IOException {
    SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, 0, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    use(secured);
    return secured;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
