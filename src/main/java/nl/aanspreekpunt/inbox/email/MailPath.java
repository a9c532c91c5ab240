package nl.aanspreekpunt.inbox.email;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The argument of MAIL or RCPT: a path and its parameters (RFC 5321, section 4.1.2).
 *
 * @param address without angle brackets and source route; empty for the null sender
 * @param parameters in upper case
 */
record MailPath(String address, List<String> parameters) {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;

  MailPath {
    parameters = List.copyOf(parameters);
  }

  /**
   * @param argument behind {@code FROM:} or {@code TO:}; a space before the path is overlooked
   * @return empty when the syntax is wrong
   */
  static Optional<MailPath> parse(String argument) {
    String text = argument.strip();
    int end = text.startsWith("<") ? endOfPath(text) : -1;
    if (end < 0) {
      return Optional.empty();
    }
    String rest = text.substring(end + 1);
    if (!rest.isEmpty() && rest.charAt(0) != ' ') {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter : rest.strip().split(" +")) {
      if (!parameter.isEmpty()) {
        parameters.add(parameter.toUpperCase(Locale.ROOT));
      }
    }
    String address = withoutRoute(text.substring(1, end));
    return isPossible(address) ? Optional.of(new MailPath(address, parameters)) : Optional.empty();
  }

  /** The first {@code >} that is not within a quoted local part. */
  private static int endOfPath(String text) {
    boolean quoted = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '>' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** A source route is to be ignored (RFC 5321, appendix C). */
  private static String withoutRoute(String path) {
    int colon = path.startsWith("@") ? path.indexOf(':') : -1;
    return path.substring(colon + 1);
  }

  private static boolean isPossible(String address) {
    int at = address.lastIndexOf('@');
    boolean quoted = address.startsWith("\"");
    boolean clean = address.chars().allMatch(c -> isAddressCharacter(c) || (c == ' ' && quoted));
    return clean
        && address.length() <= LONGEST
        && (at < 0
            ? address.isEmpty() || address.equalsIgnoreCase("postmaster")
            : at > 0 && at <= LONGEST_LOCAL && at < address.length() - 1);
  }

  private static boolean isAddressCharacter(int c) {
    return c > ' ' && c != 0x7f && c != '<' && c != '>';
  }

  boolean isAscii() {
    return address.chars().allMatch(c -> c < 0x80);
  }

  /** Lower case and in its ASCII form; empty when there is none. */
  static String domain(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException notADomain) {
      return domain;
    }
  }
}
