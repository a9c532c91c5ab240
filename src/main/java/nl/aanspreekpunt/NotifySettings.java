package nl.aanspreekpunt;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.notify.NotifyAccount;

/** The keys of a gateway in the style of NotifyNL. */
final class NotifySettings {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private NotifySettings() {}

  static Config.Gateway read(Settings settings) {
    String apiUrl = settings.url("notify.api-url", "https://api.notifynl.nl");
    Config.Secret key = settings.secret("notify.api-key");
    if (key != null && NotifyAccount.of(apiUrl, key.value(), Duration.ZERO).isEmpty()) {
      settings.refuse(
          "notify.api-key: an API key is expected: its name, the id of the service and a secret,"
              + " with hyphens");
    }
    String text = template(settings, "notify.sms-template");
    String mail = template(settings, "notify.email-template");
    if (key == null && (text != null || mail != null)) {
      settings.refuse("notify.api-key: a text is expected, and none is given");
    }
    return new Config.Gateway(apiUrl, key, text, mail, settings.token("notify.callback-token"));
  }

  private static String template(Settings settings, String key) {
    return settings.one(
        key, "the id of a template", text -> Optional.of(text).filter(UUID.asMatchPredicate()));
  }
}
