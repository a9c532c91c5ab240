package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who leads reads over the API what keeps failing, and has it tried again. */
class SetAsidesByApiTest {
  private static final String STAFF = "staff:write";

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;
  private SetAsides setAsides;
  private Instant now;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    client = hub.client;
    setAsides = SetAsides.in(fixture.store());
    now = ApiHub.NOW;
  }

  private void fails(SetAside.Queue queue, String reference) {
    await(setAsides.failed(queue, reference, now, new IllegalStateException("hapert")));
  }

  private Documented.Reply tried(String token, String path) {
    return client.call("POST", token, path, null);
  }

  private List<String> listed(String token, String query) {
    return items(client.get(token, "/set-asides" + query).body());
  }

  private static List<String> items(JsonObject page) {
    List<String> listed = new ArrayList<>();
    JsonArray items = page.getJsonArray("items");
    for (int n = 0; n < items.size(); n++) {
      JsonObject one = items.getJsonObject(n);
      listed.add(one.getString("queue") + " " + one.getString("reference"));
    }
    return listed;
  }

  private static String id(String queue, String reference) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((queue + "/" + reference).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatFailsIsListedWithWhenItIsTriedNextAndIsTriedAtOnceWhenSomebodySaysSo() {
    String number =
        hub.opened("one", message("ans@example.org", "Mijn uitkering.").put("topic", "bijstand"));
    for (int n = 0; n < 10; n++) {
      fails(SetAside.Queue.SIGN, "fatma.yildiz");
    }
    fails(SetAside.Queue.CASE, number);

    JsonArray items = client.get(ADMINISTRATOR, "/set-asides").body().getJsonArray("items");
    assertThat(items).hasSize(2);
    JsonObject first = items.getJsonObject(0);
    assertThat(first.getString("queue")).isEqualTo("case");
    assertThat(first.getString("reference")).isEqualTo(number);
    assertThat(first.getString("nextTry")).isEqualTo(now.plusSeconds(5).toString());
    assertThat(first.getBoolean("rests")).isFalse();
    JsonObject rests = items.getJsonObject(1);
    assertThat(rests.getJsonObject("official").getString("id")).isEqualTo("fatma.yildiz");
    assertThat(rests.getBoolean("rests")).isTrue();
    assertThat(rests.getInteger("tries")).isEqualTo(10);

    for (int n = 0; n < 2; n++) {
      String path = "/set-asides/" + items.getJsonObject(n).getString("id") + "/try";
      Documented.Reply tried = tried(ADMINISTRATOR, path);
      assertThat(tried.status()).isEqualTo(200);
      assertThat(tried.body().getString("nextTry")).isEqualTo(now.toString());
      assertThat(tried(ADMINISTRATOR, path).status()).isEqualTo(200);
    }
  }

  @Test
  void itIsForWhoLeadsAndAboutSomebodyForWhoLeadsThem() {
    fails(SetAside.Queue.SIGN, "fatma.yildiz");
    fails(SetAside.Queue.SIGN, "ravi.ramdin");
    fails(SetAside.Queue.RECEIPT, "r1");
    String kwame = hub.tokenOf("kwame.mensah", STAFF);
    String fatma = hub.tokenOf("fatma.yildiz", STAFF);
    String thomas = hub.tokenOf("thomas.bakker", STAFF);

    assertThat(listed(kwame, "")).containsExactlyInAnyOrder("sign fatma.yildiz", "receipt r1");
    assertThat(listed(thomas, "")).as("an administrator").hasSize(3);
    Documented.Reply refused = client.get(fatma, "/set-asides");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().getString("code")).isEqualTo("leads-nobody");
    String hers = "/set-asides/" + id("sign", "fatma.yildiz") + "/try";
    assertThat(tried(fatma, hers).status()).isEqualTo(403);
    assertThat(tried(kwame, hers).status()).isEqualTo(200);
    String ravi = "/set-asides/" + id("sign", "ravi.ramdin") + "/try";
    Documented.Reply none = tried(kwame, ravi);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body().getString("code")).isEqualTo("no-such-set-aside");
    assertThat(tried(thomas, "/set-asides/%21/try").status()).isEqualTo(404);
    assertThat(client.get(hub.tokenOf("kwame.mensah", "cases:read"), "/set-asides").status())
        .as("another scope")
        .isEqualTo(403);
    assertThat(await(setAsides.find("sign/ravi.ramdin")).orElseThrow().until()).isAfter(now);
  }

  @Test
  void pagesFollowEachOtherAlsoWhenWhatOneEndedWithIsTriedMeanwhile() {
    for (int n = 0; n < 5; n++) {
      fails(SetAside.Queue.RECEIPT, "r" + n);
    }
    JsonObject page = client.get(ADMINISTRATOR, "/set-asides?limit=2").body();
    assertThat(items(page)).containsExactly("receipt r0", "receipt r1");
    fails(SetAside.Queue.RECEIPT, "r1");
    List<String> rest = new ArrayList<>();
    for (String next = page.getString("next"); next != null; next = page.getString("next")) {
      page = client.get(ADMINISTRATOR, "/set-asides?limit=2&cursor=" + next).body();
      rest.addAll(items(page));
    }
    assertThat(rest).containsExactly("receipt r2", "receipt r3", "receipt r4", "receipt r1");

    for (String wrong : List.of("cursor=abc", "cursor=%21", "limit=101", "limit=0", "x=1")) {
      assertThat(client.get(ADMINISTRATOR, "/set-asides?" + wrong).status())
          .as(wrong)
          .isEqualTo(400);
    }
  }
}
