package nl.aanspreekpunt.twilio;

import nl.aanspreekpunt.citizen.Channel;

/**
 * Who sends or gets a message, as Twilio writes it: {@code +31612345678}, and for WhatsApp {@code
 * whatsapp:+31612345678} (https://www.twilio.com/docs/messaging/channels).
 *
 * @param channel SMS or WHATSAPP
 * @param number E.164, or what came in its place
 */
public record TwilioAddress(Channel channel, String number) {
  private static final String WHATSAPP = "whatsapp:";

  public static TwilioAddress read(String written) {
    return written.startsWith(WHATSAPP)
        ? new TwilioAddress(Channel.WHATSAPP, written.substring(WHATSAPP.length()))
        : new TwilioAddress(Channel.SMS, written);
  }

  public static String whatsApp(String number) {
    return WHATSAPP + number;
  }
}
