package nl.aanspreekpunt.operations;

import java.io.IOException;
import java.time.Duration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** The DNS servers that this machine asks. */
public final class NameServers {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);
  private static final int DNS = 53;

  private NameServers() {}

  /**
   * May read how the machine is set up: not on an event loop. Each answer may take two seconds.
   *
   * @param dns server to ask, such as {@code 10.0.0.2:53}; null: the system's
   * @throws IllegalArgumentException when there is no such server
   */
  public static Resolver asking(String dns) {
    Resolver resolver = dns == null ? new ExtendedResolver() : one(dns);
    resolver.setTimeout(ONE_ANSWER);
    return resolver;
  }

  private static Resolver one(String dns) {
    try {
      int colon = dns.lastIndexOf(':');
      boolean port = colon > 0 && dns.indexOf(':') == colon;
      SimpleResolver one = new SimpleResolver(port ? dns.substring(0, colon) : dns);
      one.setPort(port ? Integer.parseInt(dns.substring(colon + 1)) : DNS);
      return one;
    } catch (IOException | NumberFormatException unknown) {
      throw new IllegalArgumentException("smtp.dns: no such server", unknown);
    }
  }
}
