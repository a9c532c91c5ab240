package nl.aanspreekpunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** DNS over UDP on a free port of this machine, with the texts that a test gives it. */
public final class NameServer implements AutoCloseable {
  private static final int LARGEST = 4096;

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<String, String> servers = new ConcurrentHashMap<>();
  private final DatagramSocket socket;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean silent;

  public NameServer() {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "name-server");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * @param name without a dot at its end
   */
  public NameServer says(String name, String text) {
    texts.put(name, text);
    return this;
  }

  /**
   * @param server that takes mail for this name
   */
  public NameServer mail(String name, String server) {
    servers.put(name, server);
    return this;
  }

  /** From now on it answers nothing, as when it is away. */
  public void silent(boolean away) {
    silent = away;
  }

  /** How many questions it got. */
  public int asked() {
    return asked.get();
  }

  private void serve() {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        asked.incrementAndGet();
        if (!silent) {
          byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())));
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException closedOrBroken) {
        // a broken question has no answer
      }
    }
  }

  private byte[] answer(Message asked) throws IOException {
    Record question = asked.getQuestion();
    Message answer = new Message(asked.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.addRecord(question, Section.QUESTION);
    Name name = question.getName();
    String plain = name.toString(true).toLowerCase(Locale.ROOT);
    String text = texts.get(plain);
    String server = servers.get(plain);
    if (question.getType() == Type.MX && server != null) {
      Name to = Name.fromString(server, Name.root);
      answer.addRecord(new MXRecord(name, DClass.IN, 1, 10, to), Section.ANSWER);
    } else if (text == null) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else if (question.getType() == Type.TXT) {
      answer.addRecord(new TXTRecord(name, DClass.IN, 1, split(text)), Section.ANSWER);
    }
    return answer.toWire();
  }

  /** One string holds 255 bytes. */
  private static List<String> split(String text) {
    return text.length() <= 200
        ? List.of(text)
        : Stream.concat(Stream.of(text.substring(0, 200)), split(text.substring(200)).stream())
            .toList();
  }

  @Override
  public void close() {
    socket.close();
  }
}
