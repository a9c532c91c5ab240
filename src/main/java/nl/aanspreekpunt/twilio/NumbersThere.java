package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;

/**
 * Whether the municipality's numbers are at Twilio as they are configured here, and bring their
 * text messages here (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
 */
public record NumbersThere(
    Numbers numbers, List<TwilioAccount> accounts, TwilioLists rest, String publicUrl) {
  private static final int MOST = 5_000;
  private static final String PATH = "/webhooks/twilio/sms";

  /**
   * @param absent numbers that no account has, or has under another SID
   * @param elsewhere numbers whose text messages go to another address; not of those in a service
   */
  public record Found(List<String> absent, List<String> elsewhere) {
    public static final Found NOTHING = new Found(List.of(), List.of());
  }

  /** Fails when Twilio cannot be asked now. Nothing is found without an account or a number. */
  public Future<Found> look() {
    List<Future<List<JsonObject>>> each =
        accounts.stream()
            .filter(one -> one.sid() != null)
            .map(
                one ->
                    rest.read(
                        one,
                        "IncomingPhoneNumbers",
                        "incoming_phone_numbers",
                        Map.of(),
                        none -> false,
                        any -> true,
                        MOST))
            .toList();
    return each.isEmpty() || numbers.all().isEmpty()
        ? Future.succeededFuture(Found.NOTHING)
        : Future.all(each).map(all -> found(all.<List<JsonObject>>list()));
  }

  private Found found(List<List<JsonObject>> accountsHave) {
    List<JsonObject> there = accountsHave.stream().flatMap(List::stream).toList();
    List<String> absent = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (OwnNumber one : numbers.all()) {
      List<JsonObject> same = there.stream().filter(it -> isSame(one, it)).toList();
      if (same.isEmpty()) {
        absent.add(one.number());
      } else if (one.can(Ability.TEXTS)
          && one.service() == null
          && same.stream().noneMatch(this::comesHere)) {
        elsewhere.add(one.number());
      }
    }
    return new Found(List.copyOf(absent), List.copyOf(elsewhere));
  }

  private static boolean isSame(OwnNumber one, JsonObject there) {
    return one.number().equals(there.getString("phone_number"))
        && (one.sid() == null || one.sid().equals(there.getString("sid")));
  }

  /** What stands behind the hash is Twilio's own. */
  private boolean comesHere(JsonObject there) {
    String url = there.getString("sms_url");
    return there.getString("sms_application_sid") != null
        || (url != null && url.replaceFirst("#.*", "").equals(publicUrl + PATH));
  }
}
