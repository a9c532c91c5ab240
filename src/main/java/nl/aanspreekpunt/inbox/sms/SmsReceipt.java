package nl.aanspreekpunt.inbox.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.twilio.TwilioAddress;

/**
 * The receipt of a text or WhatsApp message, the same whether Twilio brought it or was asked for
 * it.
 */
public final class SmsReceipt {
  private static final List<String> FACTS =
      Stream.concat(
              Stream.of(
                  "From",
                  "To",
                  "Body",
                  "AccountSid",
                  "MessageSid",
                  "MessagingServiceSid",
                  "NumSegments",
                  "NumMedia",
                  "OptOutType",
                  Receipt.SENT),
              IntStream.range(0, MediaFields.MOST)
                  .boxed()
                  .flatMap(part -> Stream.of(MediaFields.url(part), MediaFields.type(part))))
          .toList();

  private SmsReceipt() {}

  /**
   * @param fields a webhook's by their names, null where there is none
   * @param now when it came here
   */
  public static Receipt of(UnaryOperator<String> fields, Instant now) {
    Map<String, String> facts = new HashMap<>();
    take(FACTS, fields, facts);
    TwilioAddress from = TwilioAddress.read(facts.getOrDefault("From", ""));
    if (from.channel() == Channel.WHATSAPP) {
      take(WhatsAppWords.FACTS, fields, facts);
    }
    String to = facts.get("To");
    return Receipt.received(
        id(facts.get("AccountSid"), facts.get("MessageSid")),
        from.channel(),
        now,
        facts.get("From"),
        to == null ? List.of() : List.of(TwilioAddress.read(to).number()),
        null,
        0,
        facts.getOrDefault("Body", "").getBytes(StandardCharsets.UTF_8).length,
        facts);
  }

  private static void take(
      List<String> names, UnaryOperator<String> fields, Map<String, String> facts) {
    for (String name : names) {
      String value = fields.apply(name);
      if (value != null) {
        facts.put(name, value);
      }
    }
  }

  /** One delivery, however often Twilio offers it. */
  public static String id(String account, String message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] key = ("twilio:" + account + ":" + message).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
