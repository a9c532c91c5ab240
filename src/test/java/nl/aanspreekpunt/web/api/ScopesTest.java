package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a token is for stands in the document, and holds for each operation of it. */
class ScopesTest {
  private static final Pattern NAMED = Pattern.compile("Scope\\s+`([a-z:]+)`");
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void everyOperationRefusesWhoShowsNoTokenAnUnknownOneOrOneForSomethingElse() {
    ApiHub hub = new ApiHub(fixture);
    Map<String, String> scopes = scopes(hub.client);
    assertThat(scopes).hasSize(hub.client.operations().size() - 1);
    scopes.forEach(
        (operation, scope) -> {
          Documented.Reply nobody = ask(hub, null, operation);
          assertThat(nobody.status()).as(operation).isEqualTo(401);
          assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"aanspreekpunt\"");
          Documented.Reply unknown = ask(hub, "no-such-token", operation);
          assertThat(unknown.status()).as(operation).isEqualTo(401);
          assertThat(unknown.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
          Documented.Reply other = ask(hub, allBut(hub, scope), operation);
          assertThat(other.status()).as(operation).isEqualTo(403);
          assertThat(other.body().getString("code")).as(operation).isEqualTo("scope");
          assertThat(other.header("WWW-Authenticate"))
              .as(operation)
              .contains("insufficient_scope", "scope=\"" + scope + "\"");
        });
  }

  @Test
  void itsOwnScopeIsEnoughForEachOperation() {
    ApiHub hub = new ApiHub(fixture);
    scopes(hub.client)
        .forEach(
            (operation, scope) -> {
              Documented.Reply reply = ask(hub, hub.tokenOf("thomas.bakker", scope), operation);
              assertThat(reply.body().getString("code", "none"))
                  .as(operation)
                  .isNotIn("scope", "token-needed", "token-unknown");
            });
  }

  /** Every scope by its operation, as the document says in words. */
  private static Map<String, String> scopes(Documented client) {
    Map<String, String> scopes = new TreeMap<>();
    for (String operation : client.operations()) {
      Matcher named = NAMED.matcher(client.described(operation).getString("description", ""));
      if (named.find()) {
        scopes.put(operation, named.group(1));
      }
    }
    return scopes;
  }

  private static String allBut(ApiHub hub, String scope) {
    JsonArray others = new JsonArray();
    for (Scope one : Scope.values()) {
      if (one != Scope.ADMIN && !one.text().equals(scope)) {
        others.add(one.text());
      }
    }
    return hub.tokenOf("thomas.bakker", others);
  }

  private static Documented.Reply ask(ApiHub hub, String token, String operation) {
    String[] of = operation.split(" ", 2);
    String path = of[1].replace("{page}", "0").replaceAll("\\{\\w+}", "none");
    JsonObject body = of[0].equals("GET") || of[0].equals("DELETE") ? null : new JsonObject();
    return hub.client.call(of[0], token, path, body);
  }

  @Test
  void aTokenReadsCasesInTheNameOfAnOfficialOrAsAdministrator() {
    ApiHub hub = new ApiHub(fixture);
    JsonObject wanted =
        new JsonObject().put("name", "reader").put("scopes", new JsonArray().add("cases:read"));
    Documented.Reply refused = hub.client.post(ADMINISTRATOR, "/tokens", wanted);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("official");
  }
}
