package nl.aanspreekpunt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on now and that the system gives to no connection meanwhile: from
 * below the ranges for those (IANA's starts at 49152, RFC 6335 section 6; Linux' at 32768).
 */
final class FreePort {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 100;

  private FreePort() {}

  /** Any free one when those tried are all taken. */
  static int on(String host) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (free(port, address)) {
        return port;
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, address)) {
      return any.getLocalPort();
    }
  }

  private static boolean free(int port, InetAddress address) {
    try (ServerSocket one = new ServerSocket(port, 1, address)) {
      return one.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
