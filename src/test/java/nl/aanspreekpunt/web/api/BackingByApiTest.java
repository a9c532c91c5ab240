package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager answers over the API, and nothing there counts deviations of one official. */
class BackingByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void whoIsAskedReadsTheQuestionAloneAndABackedDeviationIsHeldAgainstNobodyInAnyFigure() {
    ApiHub hub = new ApiHub(fixture);
    String number =
        hub.opened(
            "one",
            message("ans@example.org", "Geheim.")
                .put("subject", "Uitkering")
                .put("topic", "bijstand"));
    String path = "/cases/" + number;
    String owner =
        hub.client.get(ADMINISTRATOR, path).body().getJsonObject("official").getString("id");
    String mine = hub.tokenOf(owner, "cases:read", "cases:write", "directory:read");
    String manager = hub.tokenOf("pieter.hoekstra", "cases:read", "cases:write");
    String about = hub.client.get(mine, "/officials/" + owner).body().encode();
    JsonObject ask = new JsonObject().put("from", "de norm").put("because", "Haast");
    assertThat(hub.client.post(manager, path + "/backings", ask).status()).isEqualTo(403);
    assertThat(hub.client.post(mine, path + "/backings", ask).status()).isEqualTo(201);

    JsonObject seen = hub.client.get(manager, path).body();
    assertThat(seen.getString("access")).isEqualTo("asked");
    assertThat(seen.encode()).contains("de norm").doesNotContain("Geheim", "ans@example.org");
    JsonObject it = new JsonObject().put("backing", number + "-b1");
    assertThat(hub.client.post(mine, path + "/backings/agree", it).body().getString("code"))
        .isEqualTo("not-asked-backing");
    String other = hub.tokenOf("gloria.martina", "cases:read", "cases:write");
    assertThat(hub.client.post(other, path + "/backings/agree", it).status()).isEqualTo(403);
    assertThat(hub.client.post(manager, path + "/backings/agree", it).status()).isEqualTo(200);
    assertThat(hub.client.get(manager, path).body().getString("access")).isEqualTo("subject");

    assertThat(hub.client.get(mine, "/officials/" + owner).body().encode())
        .as("what is told of an official")
        .isEqualTo(about);
    for (String list : new String[] {"/officials", "/principles"}) {
      assertThat(hub.client.get(ADMINISTRATOR, list).body().encode().toLowerCase(Locale.ROOT))
          .as(list)
          .doesNotContain("backing", "deviat", "afwijk");
    }
    assertThat(hub.client.get(mine, path).body().getJsonArray("timeline").encode())
        .as("the case itself says that it is backed, and by whom")
        .contains("backing-given", "pieter.hoekstra");
  }
}
