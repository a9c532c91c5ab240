package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What DNS says of the domain that is written from.
 *
 * @param relay the hub sends mail: without one only what comes in is looked at
 * @param dkim null when the hub does not sign
 */
public record MailDomain(
    String domain, boolean relay, Answer mx, Answer texts, Answer dmarc, Signing dkim) {
  /** How DNS answered one question. */
  public record Answer(State state, List<String> values) {
    public enum State {
      FOUND,
      NONE,
      /** It did not answer in time, or not as it should. */
      SILENT
    }

    public static final Answer NONE = new Answer(State.NONE, List.of());
    public static final Answer SILENT = new Answer(State.SILENT, List.of());

    public Answer {
      values = List.copyOf(values);
    }

    public static Answer of(List<String> values) {
      return values.isEmpty() ? NONE : new Answer(State.FOUND, values);
    }
  }

  /**
   * How the hub signs (RFC 6376).
   *
   * @param key the public half of the key that it signs with, in base64; null when the key's file
   *     cannot be read
   * @param published what DNS has under the selector
   */
  public record Signing(String selector, String key, Answer published) {
    /** Where the public key stands. */
    public String name(String domain) {
      return selector + "._domainkey." + domain;
    }
  }

  /** Of a domain that nobody can have (RFC 2606), so that DNS is not asked about it. */
  public static boolean reserved(String domain) {
    return domain.matches("(.*\\.)?(example|test|invalid|localhost)")
        || domain.matches("(.*\\.)?example\\.(com|net|org)");
  }

  public List<Problem> problems() {
    List<Problem> found = new ArrayList<>();
    if (mx.state() == Answer.State.NONE) {
      found.add(Problem.of(What.NO_MX, domain));
    }
    if (relay) {
      spf(found);
      dmarc(found);
      dkim(found);
    }
    if (silent()) {
      found.add(Problem.of(What.DNS_SILENT, domain));
    }
    return found;
  }

  private boolean silent() {
    return mx.state() == Answer.State.SILENT
        || texts.state() == Answer.State.SILENT
        || dmarc.state() == Answer.State.SILENT
        || (dkim != null && dkim.published().state() == Answer.State.SILENT);
  }

  /** RFC 7208, sections 4.5 and 5.1. */
  private void spf(List<Problem> found) {
    List<String> records =
        texts.values().stream()
            .map(text -> text.toLowerCase(Locale.ROOT))
            .filter(text -> text.equals("v=spf1") || text.startsWith("v=spf1 "))
            .toList();
    if (texts.state() == Answer.State.SILENT) {
      return;
    }
    if (records.isEmpty()) {
      found.add(Problem.of(What.NO_SPF, domain));
    } else if (records.size() > 1) {
      found.add(Problem.of(What.TWO_SPF, domain));
    } else if (records.get(0).matches(".* \\+?all( .*)?")) {
      found.add(Problem.of(What.SPF_ALLOWS_ALL, domain));
    }
  }

  /** RFC 7489, section 6.3. */
  private void dmarc(List<Problem> found) {
    if (dmarc.state() == Answer.State.SILENT) {
      return;
    }
    List<String> records =
        dmarc.values().stream()
            .map(text -> text.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
            .filter(text -> text.startsWith("v=dmarc1"))
            .toList();
    if (records.isEmpty()) {
      found.add(Problem.of(What.NO_DMARC, domain));
    } else if (records.get(0).contains(";p=none")) {
      found.add(Problem.of(What.DMARC_NONE, domain));
    }
  }

  private void dkim(List<Problem> found) {
    if (dkim == null) {
      found.add(Problem.of(What.NO_DKIM, domain));
    } else if (dkim.key() == null) {
      found.add(Problem.of(What.DKIM_UNREADABLE, dkim.name(domain)));
    } else if (dkim.published().state() == Answer.State.NONE) {
      found.add(Problem.of(What.DKIM_NOT_IN_DNS, dkim.name(domain), dkim.key()));
    } else if (dkim.published().state() == Answer.State.FOUND && !published()) {
      found.add(Problem.of(What.DKIM_OTHER_KEY, dkim.name(domain), dkim.key()));
    }
  }

  private boolean published() {
    return dkim.published().values().stream()
        .map(text -> text.replaceAll("\\s", ""))
        .anyMatch(text -> text.matches("(.*;)?p=" + Pattern.quote(dkim.key()) + "(;.*)?"));
  }
}
