package nl.aanspreekpunt.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A client that checks each answer, and each request that was taken, against the document that the
 * server serves.
 */
final class Documented {
  /** An answer; {@code body} is empty when there is none. */
  record Reply(int status, JsonObject body, HttpResponse<String> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse(null);
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final JsonObject document;
  private final OpenApiInteractionValidator validator;
  private final Set<String> exercised = Collections.synchronizedSet(new TreeSet<>());

  Documented(int port) {
    base = "http://127.0.0.1:" + port + "/api/v1";
    String served = send(request("/openapi.json").build()).body();
    document = new JsonObject(served);
    exercised.add("GET /openapi.json");
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(served)
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel(
                        "validation.request.parameter.query.unexpected",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  Reply get(String token, String path) {
    return call("GET", token, path, null);
  }

  Reply post(String token, String path, JsonObject body, String... headers) {
    return call("POST", token, path, body, headers);
  }

  Reply call(String method, String token, String path, JsonObject body, String... headers) {
    return raw(method, token, path, body == null ? null : body.encode(), headers);
  }

  Reply raw(String method, String token, String path, String body, String... headers) {
    HttpRequest.Builder request = request(path);
    SimpleRequest.Builder described = described(method, "/api/v1" + path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
      described.withAuthorization("Bearer " + token);
    }
    if (body != null) {
      described.withBody(body);
      if (headers.length == 0 || !headers[0].equals("Content-Type")) {
        request.header("Content-Type", "application/json");
        described.withContentType("application/json");
      }
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
      described.withHeader(headers[i], headers[i + 1]);
    }
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpResponse<String> answer = send(request.method(method, sent).build());
    check(described.build(), method, path, answer);
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    JsonObject read = json ? new JsonObject(answer.body()) : new JsonObject();
    return new Reply(answer.statusCode(), read, answer);
  }

  private static SimpleRequest.Builder described(String method, String path) {
    String[] parts = path.split("\\?", 2);
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(Request.Method.valueOf(method), parts[0]);
    if (parts.length > 1) {
      for (String pair : parts[1].split("&")) {
        String[] of = pair.split("=", 2);
        request.withQueryParam(
            of[0], java.net.URLDecoder.decode(of[1], java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return request;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(Request request, String method, String path, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse(null);
    if (answer.statusCode() >= 400) {
      assertThat(type).as("%s %s", method, path).isEqualTo("application/problem+json");
      assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(answer.statusCode());
    }
    String plain = path.split("\\?", 2)[0];
    String operation = operation(method, plain);
    if (operation == null) {
      return;
    }
    SimpleResponse.Builder response = new SimpleResponse.Builder(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach((name, values) -> response.withHeader(name, values.toArray(String[]::new)));
    if (type != null) {
      response.withContentType(type).withBody(answer.body());
    }
    ValidationReport report =
        validator.validateResponse("/api/v1" + plain, request.getMethod(), response.build());
    if (answer.statusCode() < 400) {
      report = report.merge(validator.validateRequest(request));
      exercised.add(operation);
    }
    assertThat(report.getMessages())
        .as("%s %s: %s %s", method, path, answer.statusCode(), answer.body())
        .isEmpty();
  }

  /** As the document writes it; null when it knows no such path and method. */
  private String operation(String method, String path) {
    return operations().stream()
        .filter(one -> one.startsWith(method + " "))
        .filter(one -> path.matches(one.split(" ", 2)[1].replaceAll("\\{\\w+}", "[^/]+")))
        .min(java.util.Comparator.comparing(one -> one.indexOf('{') < 0 ? 0 : 1))
        .orElse(null);
  }

  /** Every operation of the document: {@code GET /cases/{number}}. */
  Set<String> operations() {
    Set<String> all = new TreeSet<>();
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      paths
          .getJsonObject(path)
          .fieldNames()
          .forEach(method -> all.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path));
    }
    return all;
  }

  /** What the document says of an operation. */
  JsonObject described(String operation) {
    String[] of = operation.split(" ", 2);
    return document
        .getJsonObject("paths")
        .getJsonObject(of[1])
        .getJsonObject(of[0].toLowerCase(java.util.Locale.ROOT));
  }

  /** Those that were answered well. */
  Set<String> exercised() {
    return exercised;
  }
}
