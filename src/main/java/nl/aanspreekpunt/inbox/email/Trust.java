package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Whom the hub believes about the sender of a mail.
 *
 * @param names authserv-ids (RFC 8601, section 2.5) of the municipality's own servers; none: nobody
 *     is believed, and nobody is asked
 * @param hosts IP addresses that those servers connect from
 */
public record Trust(Set<String> names, Set<String> hosts) {
  public static final Trust NOBODY = new Trust(Set.of(), Set.of());
  private static final Set<String> HERE = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

  public Trust {
    names = names.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    hosts = Set.copyOf(hosts);
  }

  /**
   * @param hosts empty: this machine alone
   */
  public static Trust in(List<String> names, Set<String> hosts) {
    return new Trust(Set.copyOf(names), hosts.isEmpty() ? HERE : hosts);
  }

  boolean asks() {
    return !names.isEmpty();
  }

  /**
   * @param peer IP address the mail came from; null for what our own mailbox held
   */
  boolean believes(String peer) {
    return peer == null || hosts.contains(peer);
  }

  /** Whether this server is of an organisation that is believed. */
  boolean ours(String server) {
    return names.stream().anyMatch(one -> aligned(server, one));
  }

  /**
   * Whether two domains are of one organisation (RFC 7489, section 3.2), by the public suffix list.
   */
  static boolean aligned(String one, String other) {
    return organisation(one).equals(organisation(other));
  }

  /** Under a suffix that is not on the list its last label is one, as the list says. */
  static String organisation(String domain) {
    String plain = domain.toLowerCase(Locale.ROOT);
    String root = SUFFIXES.getDomainRoot(plain);
    return root == null ? plain.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "") : root;
  }
}
