package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.aanspreekpunt.citizen.Address;

/** Whether a machine wrote it; such mail is never answered automatically. */
final class Automatic {
  private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");

  /** By convention; RFC 5321, section 4.5.1, and RFC 2142 name postmaster. */
  private static final Set<String> NOBODIES =
      Set.of(
          "mailer-daemon",
          "postmaster",
          "no-reply",
          "noreply",
          "no_reply",
          "do-not-reply",
          "donotreply",
          "niet-beantwoorden",
          "geen-antwoord",
          "bounce",
          "bounces");

  private static final List<String> LIST =
      List.of(
          "list-id",
          "list-unsubscribe",
          "list-post",
          "list-help",
          "list-subscribe",
          "list-owner",
          "list-archive");

  private static final List<String> REMARKS =
      List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from");

  private Automatic() {}

  /**
   * One of: Auto-Submitted other than {@code no} (RFC 3834, section 5); the null sender (RFC 5321,
   * section 4.5.5); a report (RFC 6522); List-Id (RFC 2919) and its kind (RFC 2369); Precedence,
   * never standardised (RFC 3834, section 3.1.8, and sendmail); X-Auto-Response-Suppress
   * (MS-OXCMAIL, section 2.1.3.2.20); X-Autoreply and its kind, by convention of autoresponders; a
   * sender that nobody reads.
   *
   * @param sender may be null
   * @param envelopeFrom empty for the null sender; null when not known
   */
  static boolean is(HeaderFields headers, MediaType media, Address sender, String envelopeFrom) {
    String submitted = word(headers.first("auto-submitted"));
    String suppress = word(headers.first("x-auto-response-suppress"));
    return !(submitted.isEmpty() || submitted.equals("no"))
        || (envelopeFrom != null && envelopeFrom.isEmpty())
        || media.type().equals("multipart/report")
        || LIST.stream().anyMatch(headers::has)
        || PRECEDENCES.contains(word(headers.first("precedence")))
        || !(suppress.isEmpty() || suppress.equals("none"))
        || REMARKS.stream().anyMatch(headers::has)
        || (sender != null && NOBODIES.contains(localPart(sender.value())));
  }

  private static String word(String value) {
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static String localPart(String address) {
    String local = address.substring(0, Math.max(0, address.indexOf('@')));
    int plus = local.indexOf('+');
    return plus < 0 ? local : local.substring(0, plus);
  }
}
