package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each answer says besides its page, so that browsers keep it safe. */
class HeadersTest {
  /** Look the same to everybody, under names of their own. */
  private static final List<String> MAY_BE_KEPT = List.of("/static/", "/portraits/");

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = new Stage();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /** Whatever is mounted, as somebody may ask for it. */
  private static Set<String> paths() {
    return stage.workplace.router().getRoutes().stream()
        .map(Route::getPath)
        .filter(path -> path != null && !path.endsWith("/stroom"))
        .map(HeadersTest::filled)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String filled(String path) {
    return path.replace("/v/:case/:link/:signature", stage.follow(stage.open))
        .replace("/werk/vragen/:number/bestanden/:receipt/:part", stage.file())
        .replace(":number", stage.open.id())
        .replace(":official", "samira.elamrani")
        .replace("/portraits/:file", "/portraits/samira-elamrani.svg")
        .replaceAll(":\\w+", "x");
  }

  @Test
  void allPathsAreTried() {
    assertThat(paths())
        .hasSizeGreaterThan(60)
        .contains("/werk", "/inloggen", stage.file(), stage.path(stage.open), "/api/v1/cases");
  }

  @TestFactory
  Stream<DynamicTest> everyAnswer() {
    Visitor reader = Visitor.loggedIn(stage.workplace, "samira.elamrani");
    Visitor stranger = new Visitor(stage.workplace);
    return Stream.concat(paths().stream(), Stream.of("/", "/bestaat/niet"))
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      isSafe(path, reader.get(path));
                      isSafe(path, stranger.get(path));
                      isSafe(path, stranger.post(path, Map.of("x", "y")));
                    }));
  }

  private static void isSafe(String path, Visitor.Answer answer) {
    HttpHeaders headers = answer.whole().headers();
    assertThat(answer.status()).as(path).isNotEqualTo(500);
    String policy = headers.firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .as(path)
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "http:", "data:");
    assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
    assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
    assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    boolean kept = MAY_BE_KEPT.stream().anyMatch(path::startsWith) && answer.status() == 200;
    if (kept) {
      assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
    } else if (path.equals("/") && answer.status() == 200) {
      assertThat(headers.allValues("Cache-Control")).containsExactly("private, no-cache");
    } else {
      assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
    }
    assertThat(headers.firstValue("Server")).isEmpty();
    headers
        .allValues("Set-Cookie")
        .forEach(cookie -> assertThat(cookie).contains("HTTPOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void aFileThatSomebodySentIsSavedAndNeverOpened() {
    Visitor.Answer file = Visitor.loggedIn(stage.workplace, "samira.elamrani").get(stage.file());
    HttpHeaders headers = file.whole().headers();
    assertThat(file.says("<script>")).isTrue();
    assertThat(headers.allValues("Content-Type")).containsExactly("application/octet-stream");
    assertThat(headers.firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"foto.txt\"");
    assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
  }

  @Test
  void withHttpsNoCookieEverTravelsWithoutIt() throws Exception {
    Map<String, String> https = Map.of("http.public-url", "https://vraag.voorbeeldstad.example");
    try (Workplace workplace = new Workplace(Workplace.oneForEachTopic(), https)) {
      Proxy plain = new Proxy(workplace, HttpClient.newHttpClient());
      HttpResponse<String> form = plain.get("/inloggen?taal=en");
      HttpResponse<String> in = plain.logIn(form.body(), cookiesOf(form));
      List<String> all =
          Stream.of(form, in)
              .flatMap(one -> one.headers().allValues("Set-Cookie").stream())
              .toList();
      assertThat(all.stream().map(one -> one.replaceFirst("=.*", "")))
          .contains("taal", "__Host-formulier", "__Host-sessie", "__Host-apparaat");
      assertThat(all).allMatch(one -> one.contains("; Secure") && one.contains("; HTTPOnly"));
      assertThat(all).allMatch(one -> one.contains("; SameSite=Lax") && !one.contains("Domain"));
      assertThat(form.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  private static String cookiesOf(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(one -> one.replaceFirst(";.*", ""))
        .collect(Collectors.joining("; "));
  }

  /** Passes on by http what a browser sent by https. */
  private record Proxy(Workplace workplace, HttpClient http) {
    HttpResponse<String> get(String path) throws Exception {
      return http.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> logIn(String page, String cookies) throws Exception {
      String token = page.replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
      String password = Workplace.PASSWORD.replace(' ', '+');
      String form =
          "token=%s&email=%s&password=%s"
              .formatted(token, workplace.email("jan.devries"), password);
      HttpRequest post =
          to("/inloggen")
              .header("Cookie", cookies)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      return http.send(post, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(workplace.url(path)));
    }
  }
}
