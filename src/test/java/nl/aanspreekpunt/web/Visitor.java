package nl.aanspreekpunt.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aanspreekpunt.Workplace;

/** Somebody with a browser without script: cookies, pages and forms over plain HTTP. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private final Workplace workplace;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String bearer;
  private String token = "";

  public record Answer(int status, String body, String location, HttpResponse<String> whole) {
    public boolean says(String text) {
      return body.contains(text);
    }
  }

  public Visitor(Workplace workplace) {
    this(workplace, null);
  }

  private Visitor(Workplace workplace, String bearer) {
    this.workplace = workplace;
    this.bearer = bearer;
  }

  /** A program that shows this token of the API. */
  public static Visitor withToken(Workplace workplace, String bearer) {
    return new Visitor(workplace, bearer);
  }

  /** An official who has logged in. */
  public static Visitor loggedIn(Workplace workplace, String official) {
    Visitor visitor = new Visitor(workplace);
    visitor.get("/inloggen");
    Answer in =
        visitor.post(
            "/inloggen",
            Map.of("email", workplace.email(official), "password", Workplace.PASSWORD));
    if (in.status() != 303) {
      throw new AssertionError("log-in of " + official + " gave " + in.status());
    }
    return visitor;
  }

  /** A cookie that this browser has from before. */
  public void keeps(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(workplace.url("/")), cookie);
  }

  /** That of the page seen last. */
  public String token() {
    return token;
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(workplace.url(path))).GET());
  }

  public Answer post(String path, JsonObject body) {
    return send(
        HttpRequest.newBuilder(URI.create(workplace.url(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  /** With the token of the page seen last. */
  public Answer post(String path, Map<String, String> fields) {
    return post(path, fields, token);
  }

  public Answer post(String path, Map<String, String> fields, String formToken) {
    String form =
        fields.entrySet().stream()
            .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
            .collect(Collectors.joining("&", "token=" + encode(formToken) + "&", ""));
    return send(
        HttpRequest.newBuilder(URI.create(workplace.url(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** With files, and with headers as a proxy sets them. */
  Answer post(String path, Multipart files, Map<String, String> fields, String... headers) {
    files.fields(fields).fields(Map.of("token", token));
    return send(
        HttpRequest.newBuilder(URI.create(workplace.url(path)))
            .header("Content-Type", files.type())
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofByteArray(files.whole())));
  }

  /** With one file of text. */
  public Answer file(String path, String field, String text, Map<String, String> fields) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return post(
        path,
        new Multipart().file(field, "tabel.csv", "text/csv", bytes),
        fields,
        "Accept",
        "text/html");
  }

  /** With one photo. */
  public Answer photo(String path, String name, byte[] jpeg, Map<String, String> fields) {
    Multipart files = new Multipart().file("files", name, "image/jpeg", jpeg);
    return post(path, files, fields, "Accept", "text/html");
  }

  /** What is served there, by somebody who takes nothing of it yet. */
  public InputStream stalled(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(workplace.url(path))).build(),
              HttpResponse.BodyHandlers.ofInputStream())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What is served there, byte by byte. */
  public byte[] bytes(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(workplace.url(path))).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What comes on a stream, line by line, until the visitor's program ends. */
  public Queue<String> lines(String path) {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    http.sendAsync(
            HttpRequest.newBuilder(URI.create(workplace.url(path))).build(),
            HttpResponse.BodyHandlers.ofLines())
        .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
    return lines;
  }

  /** As a page of another site, which cannot know it. */
  void forgetToken(String instead) {
    token = instead;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer send(HttpRequest.Builder request) {
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofSeconds(15)).build(),
              HttpResponse.BodyHandlers.ofString());
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      String location = answer.headers().firstValue("Location").orElse("");
      return new Answer(answer.statusCode(), answer.body(), location, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
