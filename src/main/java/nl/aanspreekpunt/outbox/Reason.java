package nl.aanspreekpunt.outbox;

/**
 * What the hub itself found when something was not delivered as it should. Its code is stored and
 * given by the API, so a code never changes; pages say it in the reader's language. What a mail
 * server said is stored beside these in its own words, which begin with its reply code.
 */
public enum Reason {
  NO_ADDRESS("hub:no-address"),
  CANNOT_BE_WRITTEN("hub:cannot-be-written"),
  CLAIM_RAN_OUT("hub:claim-ran-out"),
  CUT_OFF_EACH_TIME("hub:cut-off-each-time"),
  PERHAPS_TWICE("hub:perhaps-twice"),
  DEMO("hub:demo"),
  /** By the time it could be told it was no longer so. */
  OVER("hub:over"),
  /** It was about a question of somebody else, as was seen before it could be sent. */
  NOT_THEIRS("hub:not-theirs"),
  /** They said that they want no messages that way. */
  OPTED_OUT("hub:opted-out"),
  /** It is night where they are: it waits. */
  QUIET("hub:quiet-hours"),
  /** What may be spent in a day was spent: it waits. */
  SPENT("hub:spent"),
  /** Its reader's mail server sent it back. */
  RETURNED("returned:other"),
  RETURNED_NO_ADDRESS("returned:no-address"),
  /** The mailbox is full: the address is right. */
  RETURNED_FULL("returned:full"),
  RETURNED_TOO_LARGE("returned:too-large"),
  RETURNED_REFUSED("returned:refused"),
  /** It was tried for days. */
  RETURNED_NOT_IN_TIME("returned:not-in-time"),
  /** Not yet: their server goes on trying. */
  DELAYED("returned:delayed"),
  /** Their mailbox first asks its sender to show that they are no machine. */
  CHALLENGED("returned:challenge"),
  /** A mail says so that nobody vouches for. */
  UNCONFIRMED("returned:unconfirmed"),
  NO_RELAY("no relay configured"),
  NO_SMS_PROVIDER("no sms provider configured"),
  NO_WHATSAPP("no whatsapp provider configured"),
  /** They did not write by WhatsApp in the last 24 hours, and there is no template for them. */
  WINDOW_CLOSED("whatsapp:window-closed"),
  /** They did not, and a photo goes in our own words alone. */
  PHOTO_OUTSIDE_WINDOW("whatsapp:photo-outside-window"),
  RELAY_NOT_TRUSTED("relay:not-trusted"),
  RELAY_WITHOUT_TLS("relay:no-tls"),
  RELAY_UNREACHABLE("relay:unreachable"),
  RELAY_SILENT("relay:silent"),
  RELAY_BROKE_OFF("relay:broke-off"),
  TWILIO_UNREACHABLE("twilio:unreachable"),
  TWILIO_SILENT("twilio:silent"),
  TWILIO_NOT_ASKED("twilio:cannot-be-asked"),
  TWILIO_REFUSED("twilio:refused"),
  NOTIFY_UNREACHABLE("notify:unreachable"),
  NOTIFY_SILENT("notify:silent"),
  NOTIFY_NOT_ASKED("notify:cannot-be-asked"),
  NOTIFY_REFUSED("notify:refused"),
  /** Files go by a mail relay alone. */
  NOTIFY_NO_FILES("notify:no-files");

  /**
   * What Twilio answers of a number that sent STOP: https://www.twilio.com/docs/api/errors/21610.
   */
  public static final String UNSUBSCRIBED = "twilio:21610";

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether a detail says that there is nobody at the address (any more). */
  public static boolean deadAddress(String detail) {
    return detail == null
        || !detail.startsWith("returned:")
        || detail.startsWith(RETURNED_NO_ADDRESS.code)
        || detail.startsWith(RETURNED.code);
  }

  /**
   * Twilio's own error, as {@code twilio:21211}.
   *
   * @param error as on https://www.twilio.com/docs/api/errors; 0 when Twilio named none
   */
  public static String twilio(int error) {
    return error == 0 ? TWILIO_REFUSED.code : "twilio:" + error;
  }

  /**
   * A gateway's own error or status, as {@code notify:ValidationError}.
   *
   * @param error empty when it named none
   */
  public static String notify(String error) {
    return error.isEmpty() ? NOTIFY_REFUSED.code : "notify:" + error;
  }

  /** Its answer that is about the hub or about itself, not the message: {@code notify:http-503}. */
  public static String notifyAnswered(int status) {
    return "notify:http-" + status;
  }

  /** An answer that is about the hub or about Twilio, not the message: {@code twilio:http-503}. */
  public static String twilioAnswered(int status) {
    return "twilio:http-" + status;
  }
}
