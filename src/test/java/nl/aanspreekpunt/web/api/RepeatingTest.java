package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that is sent again under its key takes effect once and is answered as it was. */
class RepeatingTest {
  private static final String KEY = "Idempotency-Key";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final AtomicInteger writes = new AtomicInteger();
  private ApiHub hub;

  @BeforeEach
  void open() {
    fixture.reopened(
        (table, writing) -> {
          if (writing && table.equals("cases")) {
            writes.incrementAndGet();
          }
        });
    hub = new ApiHub(fixture);
  }

  @Test
  void joiningAgainUnderTheSameKeyIsAnsweredTheSame() {
    String one = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    String other = hub.opened("other", message("bob@example.org", "De straat is kapot."));
    String third = hub.opened("third", message("cas@example.org", "De boom is om."));
    String path = "/cases/" + one + "/join";

    Documented.Reply first = join(path, other, "k");
    Documented.Reply again = join(path, other, "k");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().getString("number")).isEqualTo(other);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    Documented.Reply elsewhere = join(path, third, "k");
    assertThat(elsewhere.status()).isEqualTo(422);
    assertThat(elsewhere.body().getString("code")).isEqualTo("key-used");
    assertThat(join(path, third, "another").body().getString("code")).isEqualTo("joined-elsewhere");
  }

  @Test
  void whoHandedACaseOverIsAnsweredAgainThoughItIsTheirsNoMore() {
    String number = hub.opened("one", message("ans@example.org", "Wie helpt mij?"));
    String owner =
        hub.client
            .get(ADMINISTRATOR, "/cases/" + number)
            .body()
            .getJsonObject("official")
            .getString("id");
    String to = owner.equals("samira.elamrani") ? "jan.devries" : "samira.elamrani";
    String token = hub.tokenOf(owner, "cases:read", "cases:write");
    JsonObject body = new JsonObject().put("to", to).put("note", "Kent de buurt");
    String path = "/cases/" + number + "/handover";

    Documented.Reply first = hub.client.post(token, path, body, KEY, "k");
    Documented.Reply again = hub.client.post(token, path, body, KEY, "k");

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(hub.client.post(token, path, body, KEY, "another").status()).isEqualTo(403);
  }

  @Test
  void anotherMomentAndAQuestionTakeEffectOnceUnderTheirKeys() {
    String number = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    String renew = "/promises/" + number + "-p1/renewals";
    JsonObject later =
        new JsonObject().put("to", "2026-12-04T11:00:00Z").put("reason", "Het regent.");

    Documented.Reply first = hub.client.post(ADMINISTRATOR, renew, later, KEY, "k");
    Documented.Reply again = hub.client.post(ADMINISTRATOR, renew, later, KEY, "k");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.body().getJsonArray("renewals")).hasSize(1);
    String ask = "/cases/" + number + "/questions";
    JsonObject question = new JsonObject().put("text", "Welke stoep?");
    hub.client.post(ADMINISTRATOR, ask, question, KEY, "q");
    Documented.Reply asked = hub.client.post(ADMINISTRATOR, ask, question, KEY, "q");
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.body().getJsonArray("timeline").encode().split("\"kind\":\"waits\""))
        .as("asked once")
        .hasSize(2);
    Documented.Reply passed = hub.client.post(ADMINISTRATOR, renew, later, KEY, "another");
    assertThat(passed.status()).isEqualTo(409);
    assertThat(passed.body().getString("code")).isEqualTo("waits-for-citizen");
  }

  @Test
  void whatWasDoneBeforeIsOnlyAnsweredOnceItIsOnDisk() {
    String number = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    JsonObject body = new JsonObject().put("text", "Wij komen langs.");
    String path = "/cases/" + number + "/replies";
    Documented.Reply first = hub.client.post(ADMINISTRATOR, path, body, KEY, "k");
    int before = writes.get();

    Documented.Reply again = hub.client.post(ADMINISTRATOR, path, body, KEY, "k");

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(writes.get()).as("writes that wait for the disk").isEqualTo(before + 1);
  }

  @Test
  void anAbsenceAndItsEndTakeEffectOnceUnderTheirKeys() {
    String away = "/officials/samira.elamrani/absences";
    String back = "/officials/samira.elamrani/return";
    JsonObject body = new JsonObject().put("gets", "all");

    Documented.Reply first = hub.client.post(ADMINISTRATOR, away, body, KEY, "k");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().getBoolean("absent")).isTrue();
    assertThat(first.body().getJsonObject("deputies").getBoolean("covered")).isTrue();
    assertThat(first.body().getJsonArray("absences").getJsonObject(0).getString("gets"))
        .isEqualTo("all");
    JsonObject other = new JsonObject().put("gets", "new");
    assertThat(hub.client.post(ADMINISTRATOR, away, other, KEY, "k").body().getString("code"))
        .isEqualTo("key-used");

    assertThat(
            hub.client
                .post(ADMINISTRATOR, back, new JsonObject(), KEY, "b")
                .body()
                .getBoolean("absent"))
        .isFalse();
    assertThat(hub.client.post(ADMINISTRATOR, away, body, KEY, "k").body().getBoolean("absent"))
        .as("the first absence, sent again")
        .isFalse();
    hub.client.post(ADMINISTRATOR, away, body, KEY, "another");
    assertThat(
            hub.client
                .post(ADMINISTRATOR, back, new JsonObject(), KEY, "b")
                .body()
                .getBoolean("absent"))
        .as("the first return, sent again")
        .isTrue();
  }

  private Documented.Reply join(String path, String into, String key) {
    JsonObject body = new JsonObject().put("into", into).put("differentCitizens", true);
    return hub.client.post(ADMINISTRATOR, path, body, KEY, key);
  }
}
