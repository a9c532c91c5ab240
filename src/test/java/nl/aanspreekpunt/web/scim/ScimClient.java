package nl.aanspreekpunt.web.scim;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;

/** Another system that says who works here. */
final class ScimClient {
  static final String ADMINISTRATOR = "the-administrator-of-the-tests";
  private final HttpClient client = HttpClient.newHttpClient();
  private final Workplace workplace;
  private final String token;

  private ScimClient(Workplace workplace, String token) {
    this.workplace = workplace;
    this.token = token;
  }

  static Map<String, String> configuration() {
    return Map.of("api.token", ADMINISTRATOR);
  }

  /** With a token that may do nothing else. */
  static ScimClient of(Workplace workplace) {
    return new ScimClient(workplace, token(workplace, "scim"));
  }

  static ScimClient with(Workplace workplace, String token) {
    return new ScimClient(workplace, token);
  }

  static String token(Workplace workplace, String scope) {
    JsonObject wanted = new JsonObject().put("name", "idp").put("scopes", List.of(scope));
    return new ScimClient(workplace, ADMINISTRATOR)
        .call("POST", "/api/v1/tokens", wanted.encode(), "application/json")
        .json()
        .getString("token");
  }

  record Reply(int status, String type, String body, String location) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  Reply get(String path) {
    return call("GET", "/scim/v2" + path, null, null);
  }

  Reply filtered(String filter) {
    return get("/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
  }

  Reply send(String method, String path, String body) {
    return call(method, "/scim/v2" + path, body, "application/scim+json");
  }

  private Reply call(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(workplace.url(path)))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<String> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(
          reply.statusCode(),
          reply.headers().firstValue("Content-Type").orElse(""),
          reply.body(),
          reply.headers().firstValue("Location").orElse(null));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
