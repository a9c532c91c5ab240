package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures about somebody are for themselves and who leads them. */
class WhySomebodyGotItTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void theCoordinatorSeesWhoWasWeighedAndAnOfficialOnlyTheirOwnFigures() {
    ApiHub hub = new ApiHub(fixture);
    String number =
        hub.opened(
            "one", message("ans@example.org", "Het lekt.").put("topic", "huur-en-onderhoud"));

    JsonObject system = candidates(hub, ADMINISTRATOR, number);
    JsonObject coordinator = candidates(hub, hub.tokenOf("jan.devries", "cases:read"), number);
    JsonObject own = candidates(hub, hub.tokenOf("samira.elamrani", "cases:read"), number);
    JsonObject stranger = candidates(hub, hub.tokenOf("ravi.ramdin", "cases:read"), number);

    assertThat(officials(system)).containsExactly("samira.elamrani", "jan.devries");
    JsonObject first = system.getJsonArray("items").getJsonObject(0);
    assertThat(first.getInteger("capacity")).isEqualTo(30);
    assertThat(first.getInteger("share")).isEqualTo(100);
    assertThat(first.getDouble("weight")).isZero();
    assertThat(system.getBoolean("full")).isFalse();
    assertThat(system.getString("why")).contains("Samira El Amrani");
    assertThat(officials(coordinator)).containsExactly("samira.elamrani", "jan.devries");
    assertThat(officials(own)).containsExactly("samira.elamrani");
    assertThat(own.getInteger("others")).isEqualTo(1);
    assertThat(officials(stranger)).isEmpty();
    assertThat(stranger.getString("why")).isNull();
  }

  private static JsonObject candidates(ApiHub hub, String token, String number) {
    return hub.client.get(token, "/cases/" + number + "/candidates").body();
  }

  private static List<String> officials(JsonObject answer) {
    JsonArray items = answer.getJsonArray("items");
    return items.stream()
        .map(one -> ((JsonObject) one).getJsonObject("official").getString("id"))
        .toList();
  }
}
