package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Unread;
import nl.aanspreekpunt.twilio.TwilioAddress;

/**
 * A stored text or WhatsApp message, read. A short code or a name as sender cannot be answered: no
 * sender.
 */
public final class SmsReading implements Reading {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> DUTCH =
      Set.of(
          "de", "het", "een", "ik", "u", "jullie", "mijn", "en", "van", "niet", "geen", "dat",
          "wie", "wanneer", "waar", "hoe", "kan", "wil", "heb", "voor", "met", "naar", "nog");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "a", "an", "i", "you", "my", "and", "of", "not", "no", "that", "who", "when",
          "where", "how", "can", "want", "have", "for", "with", "please", "is", "to");

  @Override
  public Future<Inbound> read(Receipt receipt) {
    Map<String, String> facts = receipt.facts();
    TwilioAddress sender = TwilioAddress.read(facts.getOrDefault("From", ""));
    String from = sender.number();
    boolean whatsApp = sender.channel() == Channel.WHATSAPP;
    String text = whatsApp ? WhatsAppWords.text(facts) : facts.getOrDefault("Body", "");
    return Future.succeededFuture(
        new Inbound(
            E164.matcher(from).matches() ? new Address(Address.Kind.PHONE, from) : null,
            whatsApp ? WhatsAppWords.name(facts) : null,
            receipt.recipients(),
            "",
            text,
            language(text),
            null,
            null,
            false,
            null,
            null,
            false,
            null,
            facts.get("MessageSid"),
            List.of(),
            null,
            attachments(facts),
            false,
            unreadable(facts)));
  }

  /** English only when it has more English words than Dutch ones. */
  private static String language(String text) {
    int english = 0;
    for (String word : NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT))) {
      english += ENGLISH.contains(word) ? 1 : 0;
      english -= DUTCH.contains(word) ? 1 : 0;
    }
    return english > 0 ? "en" : "nl";
  }

  private static List<Inbound.Attachment> attachments(Map<String, String> facts) {
    return MediaFields.in(facts).stream()
        .map(one -> new Inbound.Attachment(one.part(), one.name(), one.type(), 0))
        .toList();
  }

  private static List<Unread> unreadable(Map<String, String> facts) {
    String all = String.valueOf(MediaFields.in(facts).size());
    return facts.getOrDefault("NumMedia", "0").equals(all) ? List.of() : List.of(Unread.MEDIA);
  }
}
