package nl.aanspreekpunt.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * The signed names by which what left the hub is known again: reply addresses, Message-IDs and
 * follow links.
 */
public final class Tokens implements nl.aanspreekpunt.outbox.Tokens {
  private static final Pattern REPLY =
      Pattern.compile("vraag\\+([0-9a-z]{9})-([0-9a-z]{17})@.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern RETURN =
      Pattern.compile(
          "retour\\+([0-9a-z]{9})\\.([0-9a-f]{16})-([0-9a-z]{17})@.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTNER =
      Pattern.compile(
          "ruggespraak\\+([0-9a-z]{9})\\.(r[0-9]{1,3})-([0-9a-z]{17})@.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MESSAGE_ID =
      Pattern.compile(
          "<?([0-9a-z]{9})\\.([0-9a-f]{16})\\.([0-9a-z]{17})@[^>]*>?", Pattern.CASE_INSENSITIVE);
  private static final String NO_CASE = "000000000";
  private final Signer signer;
  private final String domain;
  private final String publicUrl;

  /**
   * @param domain the domain that is written from
   * @param publicUrl without a slash at its end
   */
  public Tokens(Signer signer, String domain, String publicUrl) {
    this.signer = signer;
    this.domain = domain;
    this.publicUrl = publicUrl;
  }

  @Override
  public String replyAddress(String caseNumber, String recipient) {
    String number = number(caseNumber);
    return "vraag+" + number + "-" + signer.sign("reply", number) + "@" + domain;
  }

  @Override
  public String returnAddress(Outgoing entry) {
    String named = number(entry.notice().caseNumber()) + "." + entry.returns();
    return "retour+" + named + "-" + signer.sign("return", named) + "@" + domain;
  }

  /** A mail of ours: the case it was about, and {@link Outgoing#returns()}. */
  private record Returned(String number, String returns) {}

  private Optional<Returned> returned(String address) {
    Matcher back = RETURN.matcher(address);
    if (!back.matches()) {
      return Optional.empty();
    }
    String number = back.group(1).toLowerCase(Locale.ROOT);
    String returns = back.group(2).toLowerCase(Locale.ROOT);
    return signer.signed("return", number + "." + returns, back.group(3))
        ? Optional.of(new Returned(number, returns))
        : Optional.empty();
  }

  /** Which mail comes back to this address, as {@link Outgoing#returns()}; empty when none does. */
  public Optional<String> returnedTo(String address) {
    return returned(address).map(Returned::returns);
  }

  /** A consult that a partner was asked: its case's number, and its id there. */
  public record Asked(String caseNumber, String consult) {}

  @Override
  public String partnerAddress(String caseNumber, String consult) {
    String number = number(caseNumber);
    String signature = signer.sign("partner-reply", number + "." + consult);
    return "ruggespraak+" + number + "." + consult + "-" + signature + "@" + domain;
  }

  /** What a partner's answer to this recipient address is about; empty when it is none of ours. */
  public Optional<Asked> partnerOf(String address) {
    Matcher partner = PARTNER.matcher(address);
    if (!partner.matches()) {
      return Optional.empty();
    }
    String number = partner.group(1).toLowerCase(Locale.ROOT);
    String consult = partner.group(2).toLowerCase(Locale.ROOT);
    return signer.signed("partner-reply", number + "." + consult, partner.group(3))
        ? Optional.of(new Asked(number.toUpperCase(Locale.ROOT), consult))
        : Optional.empty();
  }

  /** The page of a partner. */
  public String partnerLink(String caseNumber, String consult) {
    return publicUrl
        + "/p/"
        + caseNumber
        + "/"
        + consult
        + "/"
        + signer.sign("partner", caseNumber + "/" + consult);
  }

  /** Whether it is a link of ours; it may open nothing any more. */
  public boolean isPartner(String caseNumber, String consult, String signature) {
    return signer.signed("partner", caseNumber + "/" + consult, signature);
  }

  /** Of no case (null): what is signed for it leads to none. */
  private static String number(String caseNumber) {
    return caseNumber == null ? NO_CASE : caseNumber.toLowerCase(Locale.ROOT);
  }

  /**
   * The case a recipient address is signed for; empty when it is none or the signature is wrong.
   */
  public Optional<String> caseOfAddress(String address) {
    Matcher reply = REPLY.matcher(address);
    if (!reply.matches()) {
      return returned(address)
          .map(Returned::number)
          .filter(number -> !number.equals(NO_CASE))
          .map(number -> number.toUpperCase(Locale.ROOT));
    }
    String number = reply.group(1).toLowerCase(Locale.ROOT);
    return signer.signed("reply", number, reply.group(2))
        ? Optional.of(number.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public String messageId(Outgoing entry) {
    // What answers a partner's mail elsewhere must not come to the case as the citizen's.
    boolean partner = entry.notice().kind() == Notice.Kind.PARTNER;
    String number = number(partner ? null : entry.notice().caseNumber());
    String which = signer.fingerprint("entry", entry.id());
    return "<"
        + number
        + "."
        + which
        + "."
        + signer.sign("message", number + "." + which)
        + "@"
        + domain
        + ">";
  }

  /** The case a Message-ID of ours belongs to; empty when it is not ours. */
  public Optional<String> caseOfMessageId(String messageId) {
    Matcher ours = MESSAGE_ID.matcher(messageId.strip());
    if (!ours.matches()) {
      return Optional.empty();
    }
    String number = ours.group(1).toLowerCase(Locale.ROOT);
    String named = number + "." + ours.group(2).toLowerCase(Locale.ROOT);
    return signer.signed("message", named, ours.group(3))
        ? Optional.of(number.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether this is the Message-ID of that outbox entry. */
  boolean isOf(String messageId, String entry) {
    Matcher ours = MESSAGE_ID.matcher(messageId.strip());
    return ours.matches() && ours.group(2).equalsIgnoreCase(signer.fingerprint("entry", entry));
  }

  @Override
  public String code(String nonce) {
    long made = Long.parseUnsignedLong(signer.fingerprint("code", nonce), 16);
    return String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(made, 1_000_000));
  }

  @Override
  public String followLink(Notice notice) {
    if (notice.kind() == Notice.Kind.CODE) {
      return publicUrl + "/mijn-vragen";
    }
    if (notice.kind() == Notice.Kind.TEST) {
      return publicUrl + "/werk/beheer/kanalen";
    }
    if (notice.kind() == Notice.Kind.PARTNER) {
      return partnerLink(notice.caseNumber(), notice.facts().get("consult"));
    }
    return notice.toStaff()
        ? publicUrl + notice.facts().getOrDefault("page", "/werk/vragen/" + notice.caseNumber())
        : followLink(notice.caseNumber(), notice.facts().get("link"));
  }

  /**
   * @param key as of {@link Participant#key()}
   */
  public String followLink(String caseNumber, String key) {
    return publicUrl + "/v/" + caseNumber + "/" + key + "/" + signature(caseNumber, key);
  }

  /** Whether it is a link of ours; it may have been switched off since. */
  public boolean follows(String caseNumber, String key, String signature) {
    return signer.signed("follow", caseNumber + "/" + key, signature);
  }

  private String signature(String caseNumber, String key) {
    return signer.sign("follow", caseNumber + "/" + key);
  }
}
