package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The numbers that an account has
 * (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
 */
final class OwnedNumbers {
  private static final List<String> NULLS =
      List.of(
          "address_sid",
          "identity_sid",
          "sms_application_sid",
          "sms_fallback_url",
          "status_callback",
          "trunk_sid",
          "voice_application_sid",
          "voice_fallback_url",
          "voice_url",
          "emergency_address_sid",
          "bundle_sid");
  private static final JsonObject CAPABILITIES =
      new JsonObject().put("sms", true).put("mms", true).put("voice", true).put("fax", false);

  private final String account;
  private final List<JsonObject> all = new CopyOnWriteArrayList<>();

  OwnedNumbers(String account) {
    this.account = account;
  }

  /** Gives its SID. */
  String add(String number, String smsUrl) {
    String sid = String.format("PN%032x", all.size() + 1);
    JsonObject one = new JsonObject();
    NULLS.forEach(one::putNull);
    all.add(
        one.put("sid", sid)
            .put("account_sid", account)
            .put("phone_number", number)
            .put("friendly_name", number)
            .put("sms_url", smsUrl)
            .put("sms_method", "POST")
            .put("voice_method", "POST")
            .put("status_callback_method", "POST")
            .put("sms_fallback_method", "POST")
            .put("voice_fallback_method", "POST")
            .put("address_requirements", "none")
            .put("voice_receive_mode", "voice")
            .put("emergency_status", "Inactive")
            .put("emergency_address_status", "unregistered")
            .put("api_version", "2010-04-01")
            .put("beta", false)
            .put("voice_caller_id_lookup", false)
            .put("capabilities", CAPABILITIES)
            .put("origin", "twilio")
            .put("status", "in-use")
            .put("type", "local")
            .put("date_created", TwilioStandIn.NOW)
            .put("date_updated", TwilioStandIn.NOW)
            .put("uri", "/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers/" + sid));
    return sid;
  }

  /** Null when it is not about a number. */
  Answer answer(Asked asked, String path) {
    return path.equals("/IncomingPhoneNumbers.json")
        ? Pages.of(asked, "incoming_phone_numbers", all)
        : null;
  }
}
