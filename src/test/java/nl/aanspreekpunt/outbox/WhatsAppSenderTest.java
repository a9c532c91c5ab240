package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice.Kind;
import nl.aanspreekpunt.outbox.whatsapp.ServiceWindow;
import nl.aanspreekpunt.outbox.whatsapp.Template;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WhatsApp: our own words within 24 hours of theirs, a template after that. */
class WhatsAppSenderTest {
  private static final String EVA = "+31612345678";
  private static final String NEWS = "HX00000000000000000000000000000001";
  private static final String NEWS_TEXT = "U hebt een antwoord van {{1}}. U leest het hier {{2}}";
  private static final String WORDS = "HX00000000000000000000000000000002";
  private static final String WORDS_TEXT = "{{1}} over vraag {{2}}: {{3}}";

  private final Vertx vertx = Vertx.vertx();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);
  private MediaLinks media = MediaLinks.NONE;
  private Optional<Instant> heard = Optional.of(Town.NOW.minus(Duration.ofHours(1)));

  @AfterEach
  void close() {
    twilio.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void withinADayOfTheirsItGoesInOurOwnWords() {
    assertThat(send(reply(Map.of()), templates()).outcome()).isEqualTo(Delivery.Outcome.SENT);

    Sent sent = twilio.sent.get(0);
    assertThat(sent.to()).isEqualTo("whatsapp:" + EVA);
    assertThat(sent.from()).isEqualTo("whatsapp:" + TwilioStandIn.FROM);
    assertThat(sent.body()).startsWith("Goed nieuws.\nWij komen.").contains("Samira El Amrani");
    assertThat(sent.callback()).contains("/webhooks/twilio/status?entry=");
    assertThat(sent.said("ContentSid")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT23H58M, true", "PT23H59M30S, false", "PT24H, false", "P30D, false", ", false"})
  void afterADayItGoesInATemplate(Duration ago, boolean own) {
    heard = Optional.ofNullable(ago).map(Town.NOW::minus);

    send(reply(Map.of()), templates());

    assertThat(twilio.sent.get(0).said("ContentSid")).isEqualTo(own ? null : NEWS);
  }

  @Test
  void aTemplateSaysWhoWroteAndWhereItStands() {
    heard = Optional.empty();

    send(reply(Map.of()), templates());

    assertThat(twilio.sent.get(0).body())
        .startsWith("U hebt een antwoord van Samira El Amrani. U leest het hier https://");
  }

  @Test
  void theTemplateThatWasChosenGoesWithTheBeginningOfTheAnswerInOneLine() {
    heard = Optional.empty();

    send(reply(Map.of("template", "woorden")), templates());

    assertThat(twilio.sent.get(0).said("ContentSid")).isEqualTo(WORDS);
    assertThat(twilio.sent.get(0).body())
        .isEqualTo("Samira El Amrani over vraag 7K3M9P2QX: Goed nieuws. Wij komen.");
  }

  @Test
  void withoutATemplateInTheirLanguageNothingGoesAndThatIsSaid() {
    heard = Optional.empty();

    Delivery none = send(reply(Map.of()), Templates.NONE);
    Delivery english = send(Outgoing.waiting("e", notice("en", Map.of()), Town.NOW), templates());

    assertThat(none).isEqualTo(Delivery.refused("whatsapp:window-closed"));
    assertThat(english).isEqualTo(Delivery.refused("whatsapp:window-closed"));
    assertThat(twilio.sent).isEmpty();
  }

  /** 63016: it was outside the window after all. */
  @Test
  void whatFailedGoesInATemplateWhenItIsSentAgain() {
    Outgoing failed = reply(Map.of());
    Outgoing again =
        new Outgoing(
            failed.id(),
            failed.notice(),
            Outgoing.State.SENDING,
            failed.createdAt(),
            null,
            1,
            "node",
            null,
            null,
            null,
            null,
            false,
            "samira",
            null);

    send(again, templates());

    assertThat(twilio.sent.get(0).said("ContentSid")).isEqualTo(NEWS);
  }

  @Test
  void whatTwilioHadAndDidNotAnswerIsKnownAgainInEitherWording() {
    Outgoing entry = reply(Map.of());
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, true));
    assertThat(send(entry, templates()).outcome()).isEqualTo(Delivery.Outcome.UNKNOWN);
    heard = Optional.empty();
    assertThat(again(entry)).isEqualTo(Delivery.sent(TwilioStandIn.sid(1)));

    Outgoing other =
        Outgoing.waiting("other", notice("nl", Map.of("text", "Iets anders")), Town.NOW);
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, true));
    assertThat(send(other, templates()).outcome()).isEqualTo(Delivery.Outcome.UNKNOWN);
    heard = Optional.of(Town.NOW);
    assertThat(again(other)).isEqualTo(Delivery.sent(TwilioStandIn.sid(2)));
    assertThat(twilio.sent).hasSize(2);
  }

  @Test
  void whenItMayGoInNoWordsWhatWentBeforeIsStillAskedAndNothingIsSent() {
    Outgoing entry = reply(Map.of());
    heard = Optional.empty();
    Delivery delivery = await(sender(Templates.NONE).send(entry, true, () -> true));

    assertThat(delivery).isEqualTo(Delivery.refused("whatsapp:window-closed"));
    assertThat(twilio.lookUps).hasValue(1);
    assertThat(twilio.sent).isEmpty();
  }

  @Test
  void aPhotoGoesAlongInOurOwnWordsAlone() {
    media = entry -> "https://hub.voorbeeldstad.example/webhooks/twilio/media?entry=1";
    send(reply(Map.of()), templates());
    heard = Optional.empty();

    assertThat(twilio.sent.get(0).said("MediaUrl")).isEqualTo(media.of(null));
    assertThat(twilio.sent.get(0).body()).startsWith("Goed nieuws.");
    assertThat(send(reply(Map.of()), templates()))
        .isEqualTo(Delivery.refused("whatsapp:photo-outside-window"));
    assertThat(twilio.sent).hasSize(1);
  }

  @Test
  void aTemplateThatTwilioDoesNotKnowIsRefusedInWords() {
    heard = Optional.empty();
    Template gone =
        new Template(
            "weg",
            "Weg",
            List.of(),
            Map.of("nl", new Template.Wording("HX" + "9".repeat(32), "Er is nieuws")));

    assertThat(send(reply(Map.of()), new Templates(List.of(gone))))
        .isEqualTo(Delivery.refused("twilio:21655"));
  }

  private Templates templates() {
    twilio.approves(NEWS, NEWS_TEXT);
    twilio.approves(WORDS, WORDS_TEXT);
    return new Templates(
        List.of(
            new Template(
                "nieuws",
                "Er is een antwoord",
                List.of(Template.Value.OFFICIAL, Template.Value.LINK),
                Map.of("nl", new Template.Wording(NEWS, NEWS_TEXT))),
            new Template(
                "woorden",
                "Met de eerste woorden",
                List.of(Template.Value.OFFICIAL, Template.Value.NUMBER, Template.Value.WORDS),
                Map.of("nl", new Template.Wording(WORDS, WORDS_TEXT)))));
  }

  private static Outgoing reply(Map<String, String> more) {
    return Outgoing.waiting("7K3M9P2QX/3/to-1", notice("nl", more), Town.NOW);
  }

  private static Notice notice(String language, Map<String, String> more) {
    Notice usual = Town.notice(Kind.REPLY, Channel.WHATSAPP, EVA, language);
    Map<String, String> facts = new TreeMap<>(usual.facts());
    facts.put("text", "Goed nieuws.\nWij komen.");
    facts.putAll(more);
    return usual.with(facts);
  }

  private Delivery again(Outgoing entry) {
    return await(sender(templates()).send(entry, true, () -> true));
  }

  private Delivery send(Outgoing entry, Templates templates) {
    return await(sender(templates).send(entry, false, () -> true));
  }

  private WhatsAppSender sender(Templates templates) {
    ServiceWindow window = number -> Future.succeededFuture(heard);
    return new WhatsAppSender(
        vertx,
        twilio.account(Duration.ofSeconds(5)),
        List.of(),
        2,
        new WhatsAppWords(
            Town.letters(), templates, window, media, Clock.fixed(Town.NOW, ZoneOffset.UTC)));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
