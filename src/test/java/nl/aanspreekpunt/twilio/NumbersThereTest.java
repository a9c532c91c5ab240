package nl.aanspreekpunt.twilio;

import static nl.aanspreekpunt.store.TestStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumbersThereTest {
  private static final String HUB = "https://vraag.stad.example";
  private static final String HERE = HUB + "/webhooks/twilio/sms#rc=5&rp=all";
  private static final String ELSEWHERE = "https://elders.example/sms";
  private final Vertx vertx = Vertx.vertx();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);

  @AfterEach
  void close() {
    twilio.close();
    await(vertx.close());
  }

  private static OwnNumber number(int n, Ability does, String service, String sid) {
    return new OwnNumber("+3120555010" + n, new Meaning.General(), Set.of(does), service, sid);
  }

  private NumbersThere.Found look(OwnNumber... numbers) {
    List<TwilioAccount> accounts =
        List.of(new TwilioAccount(TwilioStandIn.ACCOUNT, TwilioStandIn.TOKEN));
    TwilioLists rest = new TwilioLists(vertx, twilio.apiUrl());
    return await(new NumbersThere(new Numbers(List.of(numbers)), accounts, rest, HUB).look());
  }

  @Test
  void aNumberIsThereUnderItsSidAndBringsItsTextMessagesHere() {
    String right = twilio.number("+31205550101", HERE);
    twilio.number("+31205550102", HERE);
    twilio.number("+31205550103", ELSEWHERE);
    twilio.number("+31205550104", ELSEWHERE);
    twilio.number("+31205550105", ELSEWHERE);
    String other = "PN" + "f".repeat(32);

    NumbersThere.Found found =
        look(
            number(1, Ability.TEXTS, null, right),
            number(2, Ability.TEXTS, null, other),
            number(3, Ability.TEXTS, null, null),
            number(4, Ability.CALLS, null, null),
            number(5, Ability.TEXTS, "MG1", null),
            number(6, Ability.TEXTS, null, null));

    assertThat(found.absent()).containsExactly("+31205550102", "+31205550106");
    assertThat(found.elsewhere()).containsExactly("+31205550103");
  }

  @Test
  void withoutANumberNothingIsAsked() {
    assertThat(look()).isEqualTo(NumbersThere.Found.NOTHING);
  }
}
