package nl.aanspreekpunt.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A relay that takes every mail and forgets it. */
final class Sink implements AutoCloseable {
  private final AtomicInteger taken = new AtomicInteger();
  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .messageHandlerFactory(context -> new Forgetting())
          .build();

  Sink() {
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  int taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Forgetting implements MessageHandler {
    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) {}

    @Override
    public String data(InputStream data) throws IOException {
      data.transferTo(OutputStream.nullOutputStream());
      taken.incrementAndGet();
      return null;
    }

    @Override
    public void done() {}
  }
}
