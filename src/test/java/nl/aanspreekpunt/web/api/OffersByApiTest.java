package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A case is offered by hand, and accepted or refused by whom it is offered to. */
class OffersByApiTest {
  private static final String TO = "thomas.bakker";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private String number;
  private String mine;
  private String theirs;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    number = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    String owner = got(ADMINISTRATOR).getJsonObject("official").getString("id");
    assertThat(owner).isNotEqualTo(TO);
    mine = hub.tokenOf(owner, "cases:read", "cases:write");
    theirs = hub.tokenOf(TO, "cases:read", "cases:write");
  }

  @Test
  void whomItIsOfferedToSeesTheOfferAndReadsTheCaseOnceTheyAccept() {
    assertThat(post(theirs, "/offer/accept", new JsonObject()).status()).isEqualTo(403);
    Documented.Reply offered =
        post(mine, "/offer", new JsonObject().put("to", TO).put("note", "Kent de straat"));
    assertThat(offered.status()).isEqualTo(200);
    assertThat(offered.body().getJsonObject("official").getString("id")).isNotEqualTo(TO);
    JsonObject listed = offers(theirs, "").getJsonObject(0);
    assertThat(listed.getString("number")).isEqualTo(number);
    assertThat(listed.getString("access")).isEqualTo("subject");
    assertThat(listed.getJsonObject("offer").getString("note")).isEqualTo("Kent de straat");
    assertThat(offers(ADMINISTRATOR, "?official=" + TO)).hasSize(1);
    assertThat(offers(mine, "")).as("it is theirs to answer").isEmpty();
    assertThat(hub.client.get(ADMINISTRATOR, "/offers").status()).as("whose").isEqualTo(400);
    assertThat(hub.client.get(mine, "/offers?official=" + TO).status()).isEqualTo(400);

    JsonObject seen = got(theirs);
    assertThat(seen.getString("access")).isEqualTo("subject");
    assertThat(seen.getJsonObject("offer").getString("note")).isEqualTo("Kent de straat");
    assertThat(seen.fieldNames()).doesNotContain("timeline", "promises");
    String other = hub.tokenOf("fatma.yildiz", "cases:read", "cases:write");
    assertThat(got(other).fieldNames()).doesNotContain("offer");
    assertThat(post(other, "/offer/accept", new JsonObject()).status()).isEqualTo(403);

    Documented.Reply accepted =
        hub.client.post(theirs, path("/offer/accept"), new JsonObject(), "Idempotency-Key", "k");
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.body().getJsonObject("official").getString("id")).isEqualTo(TO);
    assertThat(
            hub.client
                .post(theirs, path("/offer/accept"), new JsonObject(), "Idempotency-Key", "k")
                .body())
        .isEqualTo(accepted.body());
    assertThat(got(theirs).getString("access")).isEqualTo("text");
    assertThat(offers(theirs, "")).isEmpty();
    assertThat(offers(ADMINISTRATOR, "?official=" + TO)).isEmpty();
  }

  private JsonArray offers(String token, String query) {
    return hub.client.get(token, "/offers" + query).body().getJsonArray("items");
  }

  @Test
  void anOfficialDoesNotHandOverAtOnceWithoutTheOthersConsent() {
    Documented.Reply refused = post(mine, "/handover", new JsonObject().put("to", TO));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().getString("code")).isEqualTo("offer-first");
    assertThat(got(mine).getJsonObject("official").getString("id")).isNotEqualTo(TO);
  }

  @Test
  void whoRefusesSaysWhyAndWhatWasTakenBackCannotBeAccepted() {
    JsonObject offer = new JsonObject().put("to", TO);
    post(mine, "/offer", offer);
    assertThat(post(mine, "/offer", offer).body().getString("code")).isEqualTo("offered");
    assertThat(post(theirs, "/offer/decline", new JsonObject()).status()).isEqualTo(422);
    JsonObject why = new JsonObject().put("reason", "Dit gaat over parkeren");
    assertThat(post(theirs, "/offer/decline", why).status()).isEqualTo(200);
    assertThat(got(mine).getJsonArray("timeline").toString()).contains("Dit gaat over parkeren");

    post(mine, "/offer", offer);
    assertThat(post(mine, "/offer/withdraw", new JsonObject()).status()).isEqualTo(200);
    assertThat(post(theirs, "/offer/accept", new JsonObject()).status()).isEqualTo(403);
  }

  private JsonObject got(String token) {
    return hub.client.get(token, "/cases/" + number).body();
  }

  private Documented.Reply post(String token, String act, JsonObject body) {
    return hub.client.post(token, path(act), body);
  }

  private String path(String act) {
    return "/cases/" + number + act;
  }
}
