package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.inbox.Machine;
import nl.aanspreekpunt.outbox.Reason;

/**
 * What mail servers say in words of what they could not deliver: qmail, Exim, Notes, older Exchange
 * and Postfix, in English and Dutch. Only of who is a mail server; see {@link Automatic}.
 */
final class Bounces {
  private static final int LOOKED_AT = 10_000;
  private static final int LONGEST = 300;

  /** RFC 3463; not a part of an IP address. */
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");

  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45]\\d\\d)[ -]");

  /** Where the copy of what came back begins: its own words say nothing of what became of it. */
  private static final List<String> COPIES =
      List.of(
          "--- below this line is a copy",
          "------ this is a copy",
          "------ this is the body of",
          "original message header",
          "oorspronkelijke berichtkop",
          "----- original message",
          "return-path:",
          "message-id:");

  private static final List<String> FAILED =
      List.of(
          "undeliver",
          "undelivered mail",
          "failure notice",
          "delivery failure",
          "delivery failed",
          "delivery has failed",
          "delivery status notification",
          "mail delivery failed",
          "mail delivery system",
          "returned mail",
          "returned to sender",
          "could not be delivered",
          "couldn't be delivered",
          "wasn't able to deliver",
          "wasn't delivered",
          "was not delivered",
          "address not found",
          "onbestelbaar",
          "niet bezorgd",
          "niet worden bezorgd",
          "niet afgeleverd",
          "niet worden afgeleverd",
          "bezorging mislukt",
          "bezorgen is mislukt",
          "kan niet worden bezorgd",
          "adres niet gevonden",
          "retour afzender");

  private static final List<String> DELAYED =
      List.of(
          "delayed",
          "delivery delay",
          "delivery is delayed",
          "could not send message for past",
          "still being retried",
          "will be retried",
          "will continue to be",
          "will keep trying",
          "warning message only",
          "vertraagd",
          "vertraging",
          "nog niet bezorgd",
          "nog niet afgeleverd",
          "opnieuw geprobeerd",
          "blijft proberen",
          "blijven het proberen");

  private static final List<String> GIVEN_UP =
      List.of("given up", "giving up", "permanent", "no longer be retried", "opgegeven");

  private static final List<String> FULL =
      List.of(
          "mailbox full",
          "mailbox is full",
          "mailbox has exceeded",
          "over quota",
          "overquota",
          "quota exceeded",
          "exceeded storage",
          "exceeds its quota",
          "exceeded the limit",
          "postvak vol",
          "postvak is vol",
          "postbus is vol",
          "postbus vol",
          "mailbox vol",
          "mailbox is vol");

  private static final List<String> NO_ADDRESS =
      List.of(
          "user unknown",
          "unknown user",
          "no such user",
          "no such recipient",
          "unknown recipient",
          "recipient not found",
          "recipientnotfound",
          "recipient rejected",
          "does not exist",
          "doesn't exist",
          "no mailbox here by that name",
          "address not found",
          "couldn't be found",
          "could not be found",
          "wasn't found",
          "not listed in",
          "mailbox unavailable",
          "account is disabled",
          "bestaat niet",
          "niet gevonden",
          "onbekende gebruiker",
          "onbekende ontvanger",
          "gebruiker onbekend");

  private static final List<String> TOO_LARGE =
      List.of("too large", "too big", "size limit", "message size exceeds", "te groot");

  private static final List<String> REFUSED =
      List.of("spam", "blocked", "blacklist", "blocklist", "policy", "not allowed", "geblokkeerd");

  private Bounces() {}

  /** Empty when its words tell nothing of a delivery. */
  static Optional<Machine> in(String subject, String text) {
    String about = subject.toLowerCase(Locale.ROOT);
    String own = own(text);
    String words = own.toLowerCase(Locale.ROOT);
    boolean late = has(about, DELAYED) || has(words, DELAYED);
    boolean failed = has(about, FAILED) || has(words, FAILED);
    String status = status(own);
    boolean permanent = status.startsWith("5") || has(words, GIVEN_UP);
    if (late && !permanent) {
      return Optional.of(of(Machine.Kind.DELAYED, status, own));
    }
    return failed ? Optional.of(of(Machine.Kind.FAILED, status, own)) : Optional.empty();
  }

  private static Machine of(Machine.Kind kind, String status, String own) {
    String said = said(own, status);
    return new Machine(kind, true, cause(kind, status, own), said);
  }

  private static String own(String text) {
    String begin = text.substring(0, Math.min(LOOKED_AT, text.length()));
    String lower = begin.toLowerCase(Locale.ROOT);
    int end = begin.length();
    for (String copy : COPIES) {
      int at = lower.indexOf(copy);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return begin.substring(0, end);
  }

  private static String status(String words) {
    Matcher status = STATUS.matcher(words);
    if (status.find()) {
      return status.group(1);
    }
    Matcher reply = REPLY.matcher(words);
    return reply.find() ? reply.group(1).charAt(0) + ".0.0" : "";
  }

  /** The line that gives the reason. */
  private static String said(String own, String status) {
    return own.lines()
        .filter(one -> !status.isEmpty() && (one.contains(status) || REPLY.matcher(one).find()))
        .findFirst()
        .or(() -> own.lines().filter(Bounces::reason).findFirst())
        .map(Bounces::line)
        .orElse("");
  }

  private static boolean reason(String line) {
    String words = line.toLowerCase(Locale.ROOT);
    return has(words, FULL) || has(words, NO_ADDRESS) || has(words, TOO_LARGE);
  }

  /** One line of at most 300 characters. */
  static String line(String text) {
    String line = Texts.oneLine(text).strip();
    int end = Math.min(LONGEST, line.length());
    return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, end)));
  }

  /**
   * By RFC 3463, section 3, and by what it says, which may be more than its number does.
   *
   * @param status such as {@code 5.2.2}; empty when there is none
   */
  static Reason cause(Machine.Kind kind, String status, String said) {
    if (kind == Machine.Kind.DELAYED) {
      return Reason.DELAYED;
    }
    String words = said.toLowerCase(Locale.ROOT);
    boolean full = status.matches("[45]\\.2\\.2") || has(words, FULL);
    if (full) {
      return Reason.RETURNED_FULL;
    }
    boolean later = status.startsWith("4");
    if (!later && (status.matches("5\\.1\\.\\d+|5\\.2\\.1") || has(words, NO_ADDRESS))) {
      return Reason.RETURNED_NO_ADDRESS;
    }
    if (status.matches("[45]\\.(3\\.4|2\\.3)") || has(words, TOO_LARGE)) {
      return Reason.RETURNED_TOO_LARGE;
    }
    if (status.matches("5\\.7\\.\\d+") || has(words, REFUSED)) {
      return Reason.RETURNED_REFUSED;
    }
    return later ? Reason.RETURNED_NOT_IN_TIME : Reason.RETURNED;
  }

  private static boolean has(String words, List<String> any) {
    return any.stream().anyMatch(words::contains);
  }
}
