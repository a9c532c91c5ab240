package nl.aanspreekpunt.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Where a request comes from. What a proxy says of it is believed only of proxies that are
 * configured; of several, the last one that is not ours.
 */
public final class RemoteAddress {
  private final Set<String> proxies;

  /**
   * @param proxies addresses of our own proxies, as they connect to us
   */
  public RemoteAddress(Set<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  public String of(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (peer == null || forwarded == null || !proxies.contains(peer)) {
      return String.valueOf(peer);
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!proxies.contains(hop)) {
        return hop.length() > 45 ? peer : hop;
      }
    }
    return peer;
  }

  /** Who is counted as one: an IPv4 address, or the network of an IPv6 one (its first half). */
  static String counted(String address) {
    int colons = 0;
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == ':' && ++colons == 4) {
        return address.substring(0, i);
      }
    }
    return address;
  }
}
