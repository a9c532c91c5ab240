package nl.aanspreekpunt.inbox.sms;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Line 1 of issue 9: text messages of any length and letters, redelivered and out of order. */
class TextMessagesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static TwilioStandIn twilio;
  private static Workplace workplace;
  private static int messages;

  @BeforeAll
  static void open() {
    twilio = TwilioStandIn.unchecked(VERTX);
    workplace = new Workplace(Workplace.oneForEachTopic(), twilio.configuration());
  }

  @AfterAll
  static void close() {
    workplace.close();
    twilio.close();
    await(VERTX.close());
  }

  /** As long as Twilio gives one message, whatever it is written in. */
  static List<String> texts() {
    return List.of(
        "x".repeat(1600),
        "é{}[]~\\^|€@£$¥èùìòÇØøÅå_ΔΦΓΛΩ ".repeat(50),
        "Ik ben boos 😡 en mijn kraan lekt 🚰👩\u200d🔧 ".repeat(35),
        "日本語とعربى и русский ",
        "één regel\nen nog een\r\n\r\nen een <b>derde</b> & \"vierde\"",
        "  ",
        "");
  }

  private static Map<String, String> form(String from, String words) {
    return new HashMap<>(TwilioStandIn.sms(from, TwilioStandIn.sid(++messages), words));
  }

  private static int post(Map<String, String> form) {
    return twilio.post(workplace.url("/webhooks/twilio/sms"), form).statusCode();
  }

  private static Receipt receipt(Map<String, String> form) {
    String id = SmsReceipt.id(TwilioStandIn.ACCOUNT, form.get("MessageSid"));
    return Until.present(
        "it is at its case",
        () ->
            await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyLetterIsAtTheCase(String words) {
    Map<String, String> form = form("+3161111" + (1000 + messages), words);
    assertThat(post(form)).isEqualTo(200);

    Receipt one = receipt(form);
    assertThat(one.read().text()).isEqualTo(words);
    Case of = workplace.found(one.caseNumber());
    assertThat(of.messages()).hasSize(1);
    Visitor official = Visitor.loggedIn(workplace, of.official());
    String page = official.get("/werk/vragen/" + of.id()).body();
    String line = words.strip().lines().findFirst().orElse("");
    String shown = line.substring(0, Math.min(30, line.length()));
    assertThat(page).contains(shown.replace("&", "&amp;").replace("<", "&lt;"));
    assertThat(page).doesNotContain("<b>derde</b>");
  }

  @Test
  void aMessageThatComesManyTimesAtOnceIsThereOnce() {
    Map<String, String> form = form("+31612222222", "De huur is te hoog");
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 16)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> post(form)))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);

    Receipt one = receipt(form);
    assertThat(post(form)).as("long after").isEqualTo(200);
    Case of = workplace.found(one.caseNumber());
    assertThat(of.messages()).hasSize(1);
    Address eva = new Address(Address.Kind.PHONE, "+31612222222");
    assertThat(await(workplace.cases.ofAddress(eva, 10))).hasSize(1);
  }

  @Test
  void messagesOutOfOrderAndTwiceAreEachThereOnce() {
    String eva = "+31613333333";
    List<Map<String, String>> all =
        new ArrayList<>(IntStream.range(0, 12).mapToObj(n -> form(eva, "Regel " + n)).toList());
    Map<String, String> first = all.get(0);
    assertThat(post(first)).isEqualTo(200);
    String number = receipt(first).caseNumber();
    all.addAll(List.copyOf(all));
    Collections.shuffle(all, new Random(5));
    all.forEach(form -> assertThat(post(form)).isEqualTo(200));

    Set<String> cases = new HashSet<>();
    all.forEach(form -> cases.add(receipt(form).caseNumber()));
    assertThat(cases).as("one conversation").containsExactly(number);
    assertThat(workplace.found(number).messages()).hasSize(12);
  }
}
