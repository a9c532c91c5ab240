package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logging in over real HTTP. */
class LoginTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String CHOSEN = "een heel lange zin";
  private static Hub hub;

  @BeforeAll
  static void open() {
    hub = new Hub();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  /** Somebody with cookies of their own. */
  private static final class Somebody {
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path) throws Exception {
      return http.send(
          HttpRequest.newBuilder(URI.create(hub.url(path))).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String formOn, Map<String, String> fields)
        throws Exception {
      Matcher token = TOKEN.matcher(get(formOn).body());
      assertThat(token.find()).as("a token on " + formOn).isTrue();
      return send(path, "token=" + encoded(token.group(1)) + "&" + encoded(fields));
    }

    HttpResponse<String> send(String path, String body) throws Exception {
      return http.send(
          HttpRequest.newBuilder(URI.create(hub.url(path)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> logIn(String email, String password) throws Exception {
      return post("/inloggen", "/inloggen", Map.of("email", email, "password", password));
    }

    HttpResponse<String> change(String old, String chosen) throws Exception {
      return post(
          "/wachtwoord", "/wachtwoord", Map.of("old", old, "chosen", chosen, "repeated", chosen));
    }
  }

  @Test
  void whoLogsInWithAFirstPasswordMustChooseAnother() throws Exception {
    Somebody jan = new Somebody();
    String first = firstPassword("jan.devries");

    assertThat(location(jan.get("/werk"))).isEqualTo("/inloggen?naar=%2Fwerk");
    assertThat(location(jan.logIn(email("jan.devries"), first))).isEqualTo("/wachtwoord");
    assertThat(location(jan.get("/werk"))).isEqualTo("/wachtwoord");
    assertThat(jan.change(first, "kort").body()).contains("te kort");
    assertThat(jan.change(first, first).statusCode()).isEqualTo(422);
    assertThat(location(jan.change(first, CHOSEN))).isEqualTo("/werk?gedaan=password");
    assertThat(jan.get("/werk").body()).isEqualTo("jan.devries");
  }

  @Test
  void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() throws Exception {
    HttpResponse<String> unknown = new Somebody().logIn("niemand@example.org", "een wachtwoord");
    HttpResponse<String> wrong = new Somebody().logIn(email("kwame.mensah"), "een wachtwoord");

    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
    assertThat(withoutWhatDiffers(unknown, "niemand@example.org"))
        .isEqualTo(withoutWhatDiffers(wrong, email("kwame.mensah")));
  }

  @Test
  void afterFiveFailuresTheRightPasswordWaitsToo() throws Exception {
    Somebody fatma = new Somebody();
    String right = firstPassword("fatma.yildiz");
    for (int i = 0; i < 5; i++) {
      assertThat(fatma.logIn(email("fatma.yildiz"), "fout wachtwoord").statusCode()).isEqualTo(401);
    }
    assertThat(fatma.logIn(email("fatma.yildiz"), right).statusCode()).isEqualTo(429);

    hub.clock.forward(Duration.ofMinutes(1));
    assertThat(fatma.logIn(email("fatma.yildiz"), right).statusCode()).isEqualTo(303);
  }

  @Test
  void aChangedPasswordEndsEveryOtherSessionAndLogoutEndsThisOne() throws Exception {
    String first = firstPassword("samira.elamrani");
    Somebody here = new Somebody();
    Somebody there = new Somebody();
    here.logIn(email("samira.elamrani"), first);
    there.logIn(email("samira.elamrani"), first);
    here.change(first, CHOSEN);

    assertThat(location(there.get("/wachtwoord"))).startsWith("/inloggen");
    assertThat(here.get("/werk").statusCode()).isEqualTo(200);
    assertThat(location(here.post("/uitloggen", "/wachtwoord", Map.of()))).isEqualTo("/inloggen");
    assertThat(location(here.get("/werk"))).startsWith("/inloggen");
  }

  @Test
  void aFormFromAnotherSiteIsRefused() throws Exception {
    Somebody meilin = new Somebody();
    String first = firstPassword("meilin.chen");
    meilin.logIn(email("meilin.chen"), first);
    HttpResponse<String> forged = meilin.send("/uitloggen", "token=1.a");

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(meilin.get("/wachtwoord").statusCode()).isEqualTo(200);
    assertThat(new Somebody().send("/inloggen", "email=a&password=b").statusCode()).isEqualTo(403);
  }

  @Test
  void aSessionEndsAfterEightHoursWithoutAVisit() throws Exception {
    Somebody thomas = new Somebody();
    String first = firstPassword("thomas.bakker");
    thomas.logIn(email("thomas.bakker"), first);
    assertThat(thomas.get("/wachtwoord").statusCode()).isEqualTo(200);

    hub.clock.forward(Duration.ofHours(8).plusSeconds(1));
    assertThat(location(thomas.get("/wachtwoord"))).startsWith("/inloggen");
  }

  @Test
  void onlyPagesOfThisHubAreGoneToAfterLogin() throws Exception {
    String evil = new Somebody().get("/inloggen?naar=https://evil.example").body();
    assertThat(evil).doesNotContain("evil.example");
  }

  @Test
  void anOpenPageIsToldOfAChangeWithinASecond() throws Exception {
    Somebody pieter = new Somebody();
    String first = firstPassword("pieter.hoekstra");
    pieter.logIn(email("pieter.hoekstra"), first);
    pieter.change(first, CHOSEN);
    HttpResponse<java.io.InputStream> live =
        pieter.http.send(
            HttpRequest.newBuilder(URI.create(hub.url("/werk/live"))).build(),
            BodyHandlers.ofInputStream());
    assertThat(live.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("retry:");
      long timer = hub.vertx.setPeriodic(700, id -> hub.pulses.beat(List.of("pieter.hoekstra")));
      String line = lines.readLine();
      while (line.isEmpty() || line.equals(":")) {
        line = lines.readLine();
      }
      hub.vertx.cancelTimer(timer);
      assertThat(line).isEqualTo("event: changed");
    }
  }

  @Test
  void pagesCarryTheHeadersThatKeepThemSafe() throws Exception {
    HttpResponse<String> page = new Somebody().get("/inloggen");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().allValues("Set-Cookie"))
        .allSatisfy(
            cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"));
    assertThat(new Somebody().get("/bestaat-niet").statusCode()).isEqualTo(404);
  }

  private static String email(String official) {
    return hub.directories.current().official(official).orElseThrow().email();
  }

  private static String firstPassword(String official) {
    return hub.firstPasswords.get(email(official));
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String withoutWhatDiffers(HttpResponse<String> page, String email) {
    return TOKEN.matcher(page.body()).replaceAll("").replace(email, "");
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
