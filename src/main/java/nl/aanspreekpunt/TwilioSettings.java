package nl.aanspreekpunt;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.twilio.TwilioAccount;

/** The accounts at Twilio whose webhooks are let in. */
final class TwilioSettings {
  private TwilioSettings() {}

  /** The account that is sent from, when it has a token; and subaccounts of it. */
  static List<TwilioAccount> accounts(Settings settings) {
    List<TwilioAccount> all = new ArrayList<>();
    Config.Secret token = settings.secret("twilio.auth-token");
    if (token != null) {
      all.add(new TwilioAccount(settings.text("twilio.account-sid", null), token.value()));
    }
    for (String name : settings.names("twilio.subaccounts")) {
      String key = "twilio." + name + ".";
      String sid = settings.needed(key + "account-sid");
      Config.Secret own = settings.secret(key + "auth-token");
      if (own == null) {
        settings.refuse(key + "auth-token: a text is expected, and none is given");
      } else {
        all.add(new TwilioAccount(sid, own.value()));
      }
    }
    return List.copyOf(all);
  }
}
