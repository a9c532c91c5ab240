package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the document does not know is refused by name, and never taken for something else. */
class StrictnessTest {
  private static final List<String> LISTS = List.of("/cases", "/promises", "/officials", "/outbox");
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    client = hub.client;
  }

  @Test
  void aFilterThatIsNotKnownIsNotPassedOver() {
    for (String list : LISTS) {
      isWrong(list + "?citzen=ans@example.org", "citzen");
    }
    isWrong("/openapi.json?version=2", "version");
    isWrong("/tokens?limit=5", "limit");
  }

  @Test
  void aParameterThatIsEmptyOrStandsThereTwiceIsWrong() {
    isWrong("/cases?state=", "state");
    isWrong("/cases?citizen=", "citizen");
    isWrong("/promises?official=", "official");
    isWrong("/cases?state=open&state=closed", "state");
    isWrong("/cases?limit=5&limit=6", "limit");
  }

  @Test
  void aQueryThatCannotBeReadIsAProblem() {
    String number = hub.opened("a", message("ans@example.org", "De stoep is kapot."));
    String at = "/cases/" + number + "/responsible?at=";
    isWrong(at + "yesterday", "at");
    isWrong(at + "2026-11-24T10:00:00", "at");
    isWrong("/cases/" + number + "?reason=" + "x".repeat(501), "reason");
    isWrong("/cases?citizen=nobody", "citizen");
  }

  @Test
  void aCursorThatNoPageGaveIsWrong() {
    for (String list : LISTS) {
      isWrong(list + "?cursor=!", "cursor");
      for (String made : List.of("x", "1/x", "99999999999999999999/7K2M9QX4C", "-1/7K2M9QX4C")) {
        isWrong(list + "?cursor=" + encoded(made), "cursor");
      }
    }
  }

  @Test
  void aNumberIsFoundByCitizenAlsoWhenItsPlusIsNotEscaped() {
    JsonObject from = new JsonObject().put("phone", "06 12345678");
    String number =
        hub.opened("p", new JsonObject().put("from", from).put("text", "De stoep is kapot."));
    for (String written : List.of("%2B31612345678", "+31612345678", "0612345678")) {
      JsonObject found = client.get(ADMINISTRATOR, "/cases?citizen=" + written).body();
      assertThat(found.getJsonArray("items").getJsonObject(0).getString("number"))
          .isEqualTo(number);
    }
  }

  @Test
  void aNullIsNoValue() {
    String number = hub.opened("a", message("ans@example.org", "De stoep is kapot."));
    JsonObject reply = new JsonObject().put("text", "Gemaakt.").putNull("seen");
    Documented.Reply refused = client.post(ADMINISTRATOR, "/cases/" + number + "/replies", reply);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(field(refused)).isEqualTo("seen");
    JsonObject one = client.get(ADMINISTRATOR, "/cases/" + number).body();
    assertThat(one.getJsonArray("timeline").encode()).doesNotContain("replied");
  }

  @Test
  void aMomentThatNoCalendarHasIsWrong() {
    for (String moment : List.of("+999999999-12-31T23:59:59Z", "2026-02-30T10:00:00Z", "morgen")) {
      JsonObject away = new JsonObject().put("until", moment);
      Documented.Reply refused =
          client.post(ADMINISTRATOR, "/officials/jan.devries/absences", away);
      assertThat(refused.status()).as(moment).isEqualTo(422);
      assertThat(field(refused)).isEqualTo("until");
    }
  }

  @Test
  void aMomentIsReadWithWhateverOffsetItIsWritten() {
    String number = hub.opened("a", message("ans@example.org", "De stoep is kapot."));
    for (String same :
        List.of(
            "2026-11-24T10:00:00Z",
            "2026-11-24T11:00:00.000%2B01:00",
            "2026-11-25T09:59:00%2B23:59",
            "2026-11-23t10:01:00-23:59")) {
      Documented.Reply reply =
          client.get(ADMINISTRATOR, "/cases/" + number + "/responsible?at=" + same);
      assertThat(reply.status()).as(same).isEqualTo(200);
    }
    Documented.Reply before =
        client.get(ADMINISTRATOR, "/cases/" + number + "/responsible?at=2026-11-24T09:59:59Z");
    assertThat(before.status()).isEqualTo(404);
  }

  private void isWrong(String path, String field) {
    Documented.Reply reply = client.get(ADMINISTRATOR, path);
    assertThat(reply.status()).as(path).isEqualTo(400);
    assertThat(field(reply)).as(path).isEqualTo(field);
  }

  private static String field(Documented.Reply reply) {
    return reply.body().getJsonArray("errors").getJsonObject(0).getString("field");
  }

  private static String encoded(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }
}
