package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding cases by their words, by token. */
class SearchByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private String water;
  private String responsible;

  @BeforeEach
  void cases() {
    hub = new ApiHub(fixture);
    water =
        hub.opened(
            "water",
            message("ans@example.org", "Het kraanwater is afgesloten.")
                .put("subject", "Geen water")
                .put("topic", "water-en-energie"));
    for (int n = 0; n < 3; n++) {
      hub.opened(
          "more" + n,
          message("bo" + n + "@example.org", "Kraanwater smaakt vreemd.")
              .put("subject", "Smaak " + n)
              .put("topic", "water-en-energie"));
    }
    await(hub.search.indexing().tick());
    responsible = hub.get("/cases/" + water).getJsonObject("official").getString("id");
  }

  private JsonArray found(String token, String query) {
    return hub.client.get(token, "/search?" + query).body().getJsonArray("items");
  }

  private static List<String> numbers(JsonArray items) {
    List<String> numbers = new ArrayList<>();
    items.forEach(one -> numbers.add(((JsonObject) one).getJsonObject("case").getString("number")));
    return numbers;
  }

  @Test
  void whoReadsItFindsItWithAFewWordsRoundIt() {
    JsonArray items = found(hub.tokenOf(responsible, "cases:read"), "q=kraanwater+afgesloten");
    assertThat(numbers(items)).containsExactly(water);
    assertThat(items.getJsonObject(0).getJsonArray("excerpt").encode())
        .contains("{\"text\":\"kraanwater\",\"found\":true}");
  }

  @Test
  void aStrangerFindsNothingButMayKnowThatANumberExists() {
    String stranger = hub.tokenOf("thomas.bakker", "cases:read");
    assertThat(found(stranger, "q=kraanwater")).isEmpty();
    JsonObject glimpse = found(stranger, "q=" + water).getJsonObject(0).getJsonObject("case");
    assertThat(glimpse.getString("access")).isEqualTo("subject");
  }

  @Test
  void theAdministratorsSystemFindsItWhoeverItIsWith() {
    assertThat(numbers(found(ADMINISTRATOR, "q=kraanwater"))).hasSize(4);
    assertThat(numbers(found(ADMINISTRATOR, "official=" + responsible))).contains(water);
  }

  @Test
  void pagesFollowEachOtherAndEachCaseComesOnce() {
    List<String> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonObject page =
          hub.client.get(ADMINISTRATOR, "/search?q=kraanwater&limit=1" + cursor).body();
      all.addAll(numbers(page.getJsonArray("items")));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(all).hasSize(4).doesNotHaveDuplicates().contains(water);
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (String wrong : List.of("from=x", "late=x", "channel=x", "state=x", "cursor=eA", "z=1")) {
      assertThat(hub.client.get(ADMINISTRATOR, "/search?" + wrong).status())
          .as(wrong)
          .isEqualTo(400);
    }
  }
}
