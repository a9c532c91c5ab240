package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.outbox.notify.NotifyStandIn;
import nl.aanspreekpunt.outbox.notify.NotifyStandIn.Message;
import nl.aanspreekpunt.outbox.notify.NotifyStandIn.Trouble;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The line 10, the provider seam: with other configuration and nothing else, text messages
 * and mail go by a gateway in the style of NotifyNL, with its states and its callback; over HTTP.
 */
class GatewayTest {
  private static final String SAMIRA = "samira.elamrani";
  private static Vertx vertx;
  private static NotifyStandIn gateway;
  private static Workplace workplace;
  private static Visitor samira;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    gateway = new NotifyStandIn(vertx, Clock.fixed(Workplace.MORNING, ZoneOffset.UTC));
    workplace = new Workplace(Workplace.oneForEachTopic(), new HashMap<>(gateway.configuration()));
    samira = Visitor.loggedIn(workplace, SAMIRA);
  }

  @AfterAll
  static void close() {
    workplace.close();
    gateway.close();
    await(vertx.close());
  }

  private static Case asks(String from) {
    return workplace.question(from, "Ans", "Huur", "Te hoog.", "huur-en-onderhoud");
  }

  private static Message last(String address, int atLeast) {
    return Until.present(
        "it goes to " + address,
        () -> {
          workplace.dispatch();
          List<Message> all = gateway.to(address);
          return Stream.of(all)
              .filter(some -> some.size() >= atLeast)
              .map(some -> some.get(some.size() - 1))
              .findFirst();
        });
  }

  private static String page(Case one) {
    return samira.get("/werk/vragen/" + one.id()).body();
  }

  private static void answers(Case one, String text) {
    String seen = page(one).replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    assertThat(
            samira
                .post("/werk/vragen/" + one.id() + "/antwoord", Map.of("text", text, "seen", seen))
                .status())
        .isEqualTo(303);
  }

  @Test
  void aTextMessageGoesByTheGatewayAndItsReceiptIsSeen() {
    Case one = asks("+31612345601");
    Message told = last("+31612345601", 1);
    assertThat(told.type()).isEqualTo("sms");
    assertThat(told.personalisation().getString("body")).contains("Samira El Amrani");
    assertThat(told.reference()).startsWith(one.id());

    answers(one, "Wij komen dinsdag.");
    Message answer = last("+31612345601", 2);
    assertThat(answer.personalisation().getString("body")).startsWith("Wij komen dinsdag.");
    assertThat(page(one)).contains("Verstuurd").doesNotContain("Aangekomen");

    assertThat(gateway.receipt(workplace.url(""), answer, "delivered")).isEqualTo(204);
    assertThat(gateway.receipt(workplace.url(""), answer, "sending")).isEqualTo(204);
    assertThat(page(one)).contains("Aangekomen");
  }

  @Test
  void theStepsThatTheGatewayTellsStandOnTheTimelineInTheOrderOfTheirWay() {
    Case one = asks("+31612345609");
    answers(one, "Wij komen dinsdag.");
    Message answer = last("+31612345609", 2);
    for (String status : List.of("delivered", "sending", "created", "delivered", "unheard-of")) {
      assertThat(gateway.receipt(workplace.url(""), answer, status)).isEqualTo(204);
    }
    assertThat(page(one))
        .containsPattern(
            "Aangekomen: in de rij \\d\\d:\\d\\d, wordt verstuurd \\d\\d:\\d\\d,"
                + " aangekomen \\d\\d:\\d\\d");
  }

  @Test
  void mailGoesByTheGatewayWithItsSubjectAndItsWords() {
    Case one = asks("ans@elders.example");
    Message told = last("ans@elders.example", 1);

    assertThat(told.type()).isEqualTo("email");
    assertThat(told.personalisation().getString("subject")).contains(one.id());
    assertThat(told.personalisation().getString("body"))
        .contains("Samira El Amrani", "/v/" + one.id());
  }

  @Test
  void whatDidNotArriveKeepsNoPromiseAndIsSaidInWords() {
    Case one = asks("+31612345602");
    answers(one, "Wij komen dinsdag.");
    Message answer = last("+31612345602", 2);

    assertThat(gateway.receipt(workplace.url(""), answer, "permanent-failure")).isEqualTo(204);

    Until.until(
        "the official sees it",
        () -> {
          workplace.dispatch();
          return page(one).contains("Dit nummer of adres bestaat niet (meer)");
        });
    assertThat(workplace.found(one.id()).promises()).anyMatch(promise -> promise.open());
  }

  /** Its answer got lost: it is found again by its reference. */
  @Test
  void whatItHadAndDidNotSayGoesOnce() {
    gateway.failNext(new Trouble(0, null, true));
    Case one = asks("+31612345603");
    last("+31612345603", 1);

    workplace.clock.forward(Duration.ofSeconds(20));
    workplace.dispatch();
    workplace.clock.to(Workplace.MORNING);
    assertThat(gateway.to("+31612345603")).hasSize(1);
    assertThat(page(one)).doesNotContain("misschien twee keer");
  }

  @Test
  void aReceiptWithoutTheTokenThatWasAgreedIsRefusedAndChangesNothing() {
    Case one = asks("+31612345604");
    Message told = last("+31612345604", 1);
    String hub = workplace.url("");

    for (String token : List.of("another", NotifyStandIn.TOKEN + "x", "")) {
      assertThat(gateway.receipt(hub, told, "permanent-failure", token)).isEqualTo(403);
    }
    assertThat(gateway.receipt(hub, told, "permanent-failure", null)).isEqualTo(403);
    assertThat(page(one)).doesNotContain("bestaat niet (meer)");
    assertThat(workplace.measured()).contains("webhooks_refused_total 4");
  }

  @Test
  void whatIsNoReceiptIsRefusedAndOneOfNobodyIsNot() {
    String url = workplace.url("/webhooks/notify/status");

    for (String body : List.of("", "no", "[]", "{}", "{\"id\":1,\"status\":\"delivered\"}")) {
      assertThat(gateway.posts(url, body, NotifyStandIn.TOKEN)).as(body).isEqualTo(400);
    }
    String unknown = "{\"id\":\"a\",\"status\":\"delivered\",\"reference\":\"nobody\"}";
    assertThat(gateway.posts(url, unknown, NotifyStandIn.TOKEN)).isEqualTo(204);
    String without = "{\"id\":\"a\",\"status\":\"delivered\",\"reference\":null}";
    assertThat(gateway.posts(url, without, NotifyStandIn.TOKEN)).isEqualTo(204);
  }
}
