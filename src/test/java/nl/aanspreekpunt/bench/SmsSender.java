package nl.aanspreekpunt.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text messages as Twilio delivers them, signed as it signs: HMAC-SHA1 of the URL and of the fields
 * in order of name (https://www.twilio.com/docs/usage/security).
 */
final class SmsSender implements Sender {
  private static final String PATH = "/webhooks/twilio/sms";
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private final WebConnection connection;
  private final String url;
  private final int run;

  /**
   * @param run makes the numbers of this run unlike those of any other; 1 to 9
   */
  SmsSender(URI server, int run) throws IOException {
    connection = new WebConnection(server);
    url = server + PATH;
    this.run = run;
  }

  @Override
  public Sent send(int n) throws IOException {
    Map<String, String> fields = fields(n);
    connection.post(PATH, form(fields), "X-Twilio-Signature: " + signature(fields) + "\r\n");
    long ended = System.currentTimeMillis();
    WebConnection.Answer answer = connection.answer();
    if (answer.status() != 200) {
      throw new IOException("expected 200, the hub said: " + answer.status());
    }
    return new Sent(receipt(fields.get("MessageSid")), ended);
  }

  private Map<String, String> fields(int n) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", ACCOUNT);
    fields.put("MessageSid", String.format(Locale.ROOT, "SM%032x", run * 100_000_000L + n));
    fields.put("From", String.format(Locale.ROOT, "+316%d%07d", run, n));
    fields.put("To", "+3197010203040");
    fields.put("NumMedia", "0");
    fields.put("Body", "Goedemorgen, de stoep in mijn straat ligt los, wie maakt dat? Vraag " + n);
    return fields;
  }

  /** What of a message is kept. */
  static byte[] message(int n) {
    return ("+316"
            + n
            + " Goedemorgen, de stoep in mijn straat ligt los, wie maakt dat? Vraag "
            + n)
        .getBytes(UTF_8);
  }

  private static String form(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return form.toString();
  }

  private String signature(Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(HubProcess.TWILIO_TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA1", e);
    }
  }

  /** The receipt's id, which the answer to Twilio does not name: as the webhook derives it. */
  private static String receipt(String sid) {
    try {
      byte[] key = ("twilio:" + ACCOUNT + ":" + sid).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
