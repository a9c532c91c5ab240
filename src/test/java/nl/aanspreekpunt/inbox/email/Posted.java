package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;

/** Sends raw mail over a real socket to a listener, and reads what that stored. */
final class Posted implements AutoCloseable {
  private final Listening hub = new Listening();
  private final Vertx vertx = Vertx.vertx();
  private final EmailReading reading =
      new EmailReading(
          vertx, hub.inbox, Listening.DOMAINS, Trust.in(List.of("mx.gemeente.example"), Set.of()));
  private final Attachments attachments = new Attachments(vertx, hub.inbox);
  private Receipt latest;

  Inbound read(String raw) {
    return read(raw.getBytes(StandardCharsets.UTF_8));
  }

  /** From nobody, as mail servers send what came back. */
  Inbound report(String raw) {
    return read("", raw.getBytes(StandardCharsets.UTF_8));
  }

  /** Line ends may be LF alone: a mail program makes CR LF of them. */
  Inbound read(byte[] raw) {
    return read("citizen@elders.example", raw);
  }

  private Inbound read(String from, byte[] raw) {
    hub.inbox.receipts.clear();
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.says("MAIL FROM:<" + from + ">");
      smtp.says("RCPT TO:<vraag@voorbeeldstad.example>");
      smtp.says("DATA");
      smtp.send(onTheWire(raw));
      String reply = smtp.reply();
      if (!reply.startsWith("250")) {
        throw new AssertionError(reply);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    latest = hub.inbox.only();
    return Listening.await(reading.read(latest));
  }

  Inbound resource(String name) {
    try (InputStream in = Posted.class.getResourceAsStream("/mail/" + name + ".eml")) {
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the latest. */
  Unpacked open(Inbound.Attachment file) {
    return Unpacked.of(attachments, latest, file.part()).orElseThrow();
  }

  byte[] stored() {
    return latest.raw();
  }

  Layouts.Layout layout() {
    return Layouts.of(latest.raw(), part -> true).orElseThrow();
  }

  private static byte[] onTheWire(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + 1000);
    byte before = '\n';
    for (byte b : raw) {
      if (b == '\n' && before != '\r') {
        out.write('\r');
      }
      if (b == '.' && before == '\n') {
        out.write('.');
      }
      out.write(b);
      before = b;
    }
    out.writeBytes("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    hub.close();
    Listening.await(vertx.close());
  }
}
