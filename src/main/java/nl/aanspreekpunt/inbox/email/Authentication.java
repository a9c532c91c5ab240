package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Doubt;

/**
 * What a server that we trust found out about the sender (RFC 8601). Results under any other name,
 * or that came by another host, are the sender's own claims. So are those that stand where the
 * sender's own fields do, and those of a method of which a server higher up said something: each
 * server writes above what it got.
 */
final class Authentication {
  /** What a mail has when it is sent; a server on the way writes above these. */
  private static final Set<String> SENDERS =
      Set.of("from", "to", "subject", "date", "message-id", "dkim-signature", "mime-version");

  private static final Pattern BY = Pattern.compile("(?:^|[\\s)])by\\s+([A-Za-z0-9._-]+)");
  private static final int LONGEST = 4_000;
  private static final String DIVIDING = " \t;=()";

  /**
   * @param doubt such as {@code dmarc=fail}, or {@code none}; null when there is none, or nobody to
   *     tell
   * @param proven who is trusted says that the sender is who it says
   */
  record Verdict(String doubt, boolean proven) {
    static final Verdict NOBODY_TELLS = new Verdict(null, false);
    static final Verdict PROVEN = new Verdict(null, true);
    static final Verdict NONE = new Verdict(Doubt.UNPROVEN.detail(), false);
  }

  /** One finding: such as dkim, pass, and the domain it is about. */
  record Finding(String method, String result, String domain) {
    boolean is(String one, String other) {
      return method.equals(one) && result.equals(other);
    }
  }

  private Authentication() {}

  /**
   * @param peer IP address the mail came from; null when it was in a mailbox of ours
   * @param from domain of the sender; null when there is none, who is nobody in any case
   */
  static Verdict of(HeaderFields headers, Trust trust, String peer, String from) {
    if (!trust.asks() || from == null) {
      return Verdict.NOBODY_TELLS;
    }
    return trust.believes(peer) ? verdict(findings(headers, trust), headers, from) : Verdict.NONE;
  }

  /** By these findings, wherever they are from. */
  static Verdict verdict(List<Finding> all, HeaderFields headers, String from) {
    if (headers.all("from").size() > 1) {
      return new Verdict("from=several", false);
    }
    Optional<Finding> dmarc = all.stream().filter(one -> one.method().equals("dmarc")).findFirst();
    if (dmarc.isPresent() && dmarc.get().result().equals("fail")) {
      return new Verdict("dmarc=fail", false);
    }
    boolean passed =
        all.stream().anyMatch(one -> one.is("dmarc", "pass") && about(one, from, true))
            || all.stream().anyMatch(one -> one.is("dkim", "pass") && about(one, from, false))
            || all.stream().anyMatch(one -> one.is("spf", "pass") && about(one, from, false));
    return passed ? Verdict.PROVEN : failed(all);
  }

  /** DMARC is about From, so that it need not say so. */
  private static boolean about(Finding one, String from, boolean otherwise) {
    return one.domain() == null ? otherwise : Trust.aligned(one.domain(), from);
  }

  private static Verdict failed(List<Finding> all) {
    List<String> found = new ArrayList<>();
    for (String method : List.of("spf", "dkim", "dmarc")) {
      all.stream()
          .filter(one -> one.method().equals(method))
          .filter(one -> !one.result().equals("none") && !one.result().equals("pass"))
          .findFirst()
          .ifPresent(one -> found.add(method + "=" + one.result()));
    }
    return found.isEmpty() ? Verdict.NONE : new Verdict(String.join(" ", found), false);
  }

  private static List<Finding> findings(HeaderFields headers, Trust trust) {
    Map<String, List<Finding>> byMethod = new HashMap<>();
    boolean border = false;
    for (HeaderFields.Field field : headers.fields()) {
      if (SENDERS.contains(field.name())) {
        break;
      }
      if (field.name().equals("received")) {
        boolean ours = trust.ours(by(field.value()));
        if (border && !ours) {
          break;
        }
        border |= ours;
      } else if (field.name().equals("authentication-results")) {
        Map<String, List<Finding>> said = new HashMap<>();
        for (Finding one : of(field.value(), trust)) {
          said.computeIfAbsent(one.method(), none -> new ArrayList<>()).add(one);
        }
        said.forEach(byMethod::putIfAbsent);
      }
    }
    return byMethod.values().stream().flatMap(List::stream).toList();
  }

  private static String by(String received) {
    Matcher by = BY.matcher(received.substring(0, Math.min(LONGEST, received.length())));
    return by.find() ? by.group(1) : "";
  }

  /** What one field says; nothing when it is under another name. */
  static List<Finding> of(String field, Trust trust) {
    String plain = plain(field.substring(0, Math.min(LONGEST, field.length())));
    List<String> results = List.of(plain.split(";"));
    if (!trust.names().contains(results.get(0).strip().split("\\s", 2)[0])) {
      return List.of();
    }
    return results.stream().skip(1).flatMap(one -> finding(one.strip()).stream()).toList();
  }

  private static Optional<Finding> finding(String result) {
    List<String> words = List.of(result.split("\\s+"));
    List<String> said = List.of(words.get(0).split("=", 2));
    if (said.size() < 2) {
      return Optional.empty();
    }
    String method = said.get(0).replaceFirst("/.*", "");
    String domain =
        words.stream()
            .filter(one -> one.matches("(header\\.(d|i|from)|smtp\\.mailfrom)=.+"))
            .findFirst()
            .map(one -> one.substring(one.indexOf('=') + 1))
            .map(one -> one.substring(one.lastIndexOf('@') + 1))
            .orElse(null);
    return Optional.of(new Finding(method, said.get(1), domain));
  }

  /**
   * Without comments. What stands in quotation marks divides nothing (RFC 8601, section 2.2): it is
   * a sender's own, such as the part of their address before the at sign.
   */
  private static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean literal = escaped;
      escaped = !literal && c == '\\' && (quoted || depth > 0);
      if (c == '"' && depth == 0 && !literal) {
        quoted = !quoted;
      } else if (quoted) {
        plain.append(DIVIDING.indexOf(c) < 0 ? c : '_');
      } else {
        depth += c == '(' && !literal ? 1 : 0;
        if (depth == 0) {
          plain.append(c);
        }
        depth -= c == ')' && !literal && depth > 0 ? 1 : 0;
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT).replaceAll(" ?= ?", "=");
  }
}
