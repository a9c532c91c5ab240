package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.outbox.whatsapp.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of WhatsApp's templates and of a gateway, and what is said of mistakes in them. */
class ProviderSettingsTest {
  private static final String HX = "HX0123456789abcdef0123456789abcdef";
  private static final String KEY =
      "hub-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
  private static final String UUID = "11111111-2222-3333-4444-555555555555";

  @Test
  void aTemplateHasItsWordsInEachLanguageThatItWasApprovedIn() throws ConfigRefused {
    Map<String, String> keys = template();
    keys.put("whatsapp.nieuws.en-sid", HX);
    keys.put("whatsapp.nieuws.en-text", "{{1}} answered: {{2}}");
    Template one = Config.of(keys).templates().all().get(0);

    assertThat(one.title()).isEqualTo("Er is een antwoord");
    assertThat(one.values()).containsExactly(Template.Value.OFFICIAL, Template.Value.LINK);
    assertThat(one.in("nl")).contains(new Template.Wording(HX, "{{1}} antwoordde: {{2}}"));
    assertThat(one.in("en").orElseThrow().text()).startsWith("{{1}} answered");
    assertThat(Config.of(Map.of()).templates().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp.nieuws.nl-sid, SM12, the SID of a template (HX...)",
    "whatsapp.nieuws.nl-text, Alleen {{1}}, whatsapp.nieuws.nl-text",
    "whatsapp.nieuws.nl-text, {{2}} en {{3}}, whatsapp.nieuws.nl-text",
    "whatsapp.nieuws.values, name, 'any of official, number, link, municipality, words'",
    "whatsapp.nieuws.en-sid, " + HX + ", whatsapp.nieuws.en-text",
    "notify.api-key, secret, notify.api-key",
    "notify.api-key, " + UUID + ", notify.api-key",
    "notify.sms-template, body, notify.sms-template: the id of a template",
    "notify.sms-template, " + UUID + ", notify.api-key: a text is expected",
  })
  void aMistakeIsSaidWithItsKeyAndNotItsValue(String key, String value, String said) {
    Map<String, String> keys = template();
    keys.put(key, value);

    assertThatThrownBy(() -> Config.of(keys)).hasMessageContaining(said);
  }

  @Test
  void whatSendsFollowsFromWhichTemplatesTheGatewayHas() throws ConfigRefused {
    Config texts = Config.of(Map.of("notify.api-key", KEY, "notify.sms-template", UUID));
    Config none = Config.of(Map.of("notify.api-key", KEY));

    assertThat(List.of(texts.texts(), texts.mails(), none.texts(), none.mails()))
        .containsExactly(true, false, false, false);
    assertThat(none.gateway().apiUrl()).isEqualTo("https://api.notifynl.nl");
  }

  @Test
  void whatsAppGoesFromANumberThatDoesItWhenThereIsAnAccount() throws ConfigRefused {
    Map<String, String> keys = new HashMap<>();
    keys.put("numbers.names", "een, twee");
    keys.put("numbers.een.number", "+31205550100");
    keys.put("numbers.twee.number", "+31205550101");
    keys.put("numbers.twee.does", "whatsapp");
    assertThat(Config.of(keys).whatsApp()).isEmpty();

    keys.put("twilio.account-sid", "AC5a4d0000000000000000000000005a4d");
    keys.put("twilio.auth-token", "token");
    assertThat(Config.of(keys).whatsApp().orElseThrow().from()).isEqualTo("+31205550101");
    keys.remove("numbers.twee.does");
    assertThat(Config.of(keys).whatsApp()).isEmpty();
  }

  private static Map<String, String> template() {
    Map<String, String> keys = new HashMap<>();
    keys.put("whatsapp.templates", "nieuws");
    keys.put("whatsapp.nieuws.title", "Er is een antwoord");
    keys.put("whatsapp.nieuws.nl-sid", HX);
    keys.put("whatsapp.nieuws.nl-text", "{{1}} antwoordde: {{2}}");
    return keys;
  }
}
