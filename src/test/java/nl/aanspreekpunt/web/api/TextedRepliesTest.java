package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer by API that goes by text message. */
class TextedRepliesTest {
  private static final String NUMBER = "+31612345678";
  private static final String KEY = "Idempotency-Key";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private String number;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    JsonObject from = new JsonObject().put("phone", NUMBER);
    number = hub.opened("p", new JsonObject().put("from", from).put("text", "De stoep is kapot."));
  }

  private Documented.Reply says(String what, JsonObject body, String key) {
    return hub.client.post(ADMINISTRATOR, "/cases/" + number + "/" + what, body, KEY, key);
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }

  private void said(boolean stop, String message) {
    Instant at = stop ? ApiHub.NOW : ApiHub.NOW.plusSeconds(1);
    OptOut.Turn turn = new OptOut.Turn(stop, at, message, stop ? "STOP" : "START");
    await(OptOuts.in(fixture.store()).said(Channel.SMS, NUMBER, turn));
  }

  private long replies() {
    return now().happened(CaseEvent.Replied.class).count();
  }

  private Case now() {
    return await(hub.cases.find(number)).orElseThrow();
  }

  @Test
  void oneThatIsUrgentGoesAtAnyHourAndOthersDoNot() {
    assertThat(says("replies", text("Wij komen dinsdag."), "a").status()).isEqualTo(201);
    assertThat(says("replies", text("Ga nu naar buiten.").put("urgent", true), "b").status())
        .isEqualTo(201);
    assertThat(now().happened(CaseEvent.Replied.class))
        .extracting(it -> await(hub.outbox.find(it.entry())).orElseThrow().urgent())
        .containsExactly(false, true);
    assertThat(says("replies", text("Dag").put("urgent", "ja"), "c").status()).isEqualTo(422);
  }

  @Test
  void whoStoppedMessagesGetsNoneAndWhatWasDoneBeforeIsNotRefusedAfterwards() {
    assertThat(says("replies", text("Wij komen dinsdag."), "a").status()).isEqualTo(201);
    said(true, "m1");

    for (String what : new String[] {"replies", "questions"}) {
      Documented.Reply refused = says(what, text("Welke stoep?"), "b" + what);
      assertThat(refused.status()).as(what).isEqualTo(422);
      assertThat(refused.body().encode()).contains("opted-out", "\"field\":\"to\"");
    }
    JsonObject urgent = text("Ga nu naar buiten.").put("urgent", true);
    assertThat(says("replies", urgent, "c").status()).isEqualTo(422);
    assertThat(says("replies", text("Wij komen dinsdag."), "a").status())
        .as("sent again under its key")
        .isEqualTo(201);
    assertThat(replies()).isEqualTo(1);

    said(false, "m2");
    assertThat(says("replies", text("Wij zijn er."), "e").status()).isEqualTo(201);
    assertThat(replies()).isEqualTo(2);
  }
}
