package nl.aanspreekpunt.inbox.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a message as the fields of a webhook name them: {@code MediaUrl0}, {@code
 * MediaContentType0} and on (https://www.twilio.com/docs/messaging/guides/webhook-request).
 */
public final class MediaFields {
  /** As many as Twilio says that there are at most. */
  public static final int MOST = 10;

  private static final int LONGEST_URL = 1_000;
  private static final int LONGEST_TYPE = 100;
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/png", ".png"),
          Map.entry("image/gif", ".gif"),
          Map.entry("image/webp", ".webp"),
          Map.entry("image/heic", ".heic"),
          Map.entry("video/mp4", ".mp4"),
          Map.entry("video/3gpp", ".3gp"),
          Map.entry("audio/mpeg", ".mp3"),
          Map.entry("audio/mp4", ".m4a"),
          Map.entry("audio/ogg", ".ogg"),
          Map.entry("audio/amr", ".amr"),
          Map.entry("text/vcard", ".vcf"),
          Map.entry("text/x-vcard", ".vcf"),
          Map.entry("application/pdf", ".pdf"));

  private MediaFields() {}

  /**
   * @param part from 0
   * @param type as its sender's phone says; may be empty
   */
  record One(int part, String url, String type) {
    /** Text messages give none. */
    String name() {
      return "mms-" + (part + 1) + ENDINGS.getOrDefault(type, "");
    }
  }

  static String url(int part) {
    return "MediaUrl" + part;
  }

  static String type(int part) {
    return "MediaContentType" + part;
  }

  static List<One> in(Map<String, String> facts) {
    List<One> all = new ArrayList<>();
    for (int part = 0; part < MOST; part++) {
      String url = facts.get(url(part));
      if (url != null && url.length() <= LONGEST_URL) {
        String type = facts.getOrDefault(type(part), "").toLowerCase(Locale.ROOT);
        all.add(new One(part, url, type.substring(0, Math.min(LONGEST_TYPE, type.length()))));
      }
    }
    return all;
  }
}
