package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the filter in front of the hub calls spam waits until a named person calls it a question.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MaybeSpamTest {
  private static final String OURS = "mx.voorbeeldstad.example";
  private static final String FOUND = "Authentication-Results: " + OURS + "; dmarc=pass\n";
  private static final String LIST = "/werk/misschien-spam";
  private static Workplace workplace;
  private static int n;

  @BeforeAll
  static void open() {
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "mail.trusted-authserv-id", OURS,
                "spam.filter", "true",
                "spam.header", "X-Oordeel: spam"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Receipt send(String header, String from, String subject) {
    return send(header, from, subject, "info@voorbeeldstad.example");
  }

  private static Receipt send(String header, String from, String subject, String to) {
    String raw =
        header
            + FOUND
            + "From: "
            + from
            + "\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + ++n
            + "@burger.example>\n\nDe huur van mijn huis is te hoog.";
    return workplace.posted("x@burger.example", List.of(to), raw);
  }

  private static Official onDuty() {
    return workplace
        .directories
        .current()
        .onIntakeDuty(workplace.clock.instant(), List.of())
        .get(0);
  }

  private static List<Doubtful> waiting() {
    return await(workplace.hub.doubting.waiting());
  }

  private static Visitor reader() {
    Visitor visitor = Visitor.loggedIn(workplace, onDuty().id());
    visitor.get(LIST);
    return visitor;
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(
      strings = {
        "X-Spam-Flag: YES",
        "X-Spam-Status: Yes, score=9.1 required=5.0",
        "X-Spam: Yes",
        "X-Oordeel: Spam (zeker)",
        "Authentication-Results: mx.voorbeeldstad.example; x-spam=fail"
      })
  void whatTheFilterMarksWaitsWithoutPromiseOrAcknowledgement(String mark) {
    String from = "koper" + ++n + "@burger.example";
    Receipt came = send(mark + "\n", "Koper <" + from + ">", "Nu kopen " + n);

    assertThat(came.caseNumber()).isNull();
    assertThat(came.result()).isEqualTo("doubtful");
    assertThat(waiting()).extracting(Doubtful::id).contains(came.id());
    assertThat(await(workplace.identities.find(new Address(Address.Kind.EMAIL, from)))).isEmpty();
    assertThat(reader().get(LIST).body())
        .contains(from, "Nu kopen", "De huur van mijn huis", "Dit is een vraag");
  }

  @Test
  @Order(2)
  void anAnswerToALetterOfOursIsItsCasesAlsoWhenAFilterMarksIt() {
    String from = "geert" + ++n + "@burger.example";
    Receipt first = send("", from, "Huur");
    Receipt answer =
        send(
            "X-Spam-Flag: YES\n",
            from,
            "Re: Huur",
            workplace.tokens.replyAddress(first.caseNumber(), from));
    assertThat(answer.caseNumber()).isEqualTo(first.caseNumber());
    assertThat(waiting()).extracting(Doubtful::id).doesNotContain(answer.id());
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(
      strings = {
        "X-Spam-Flag: NO",
        "X-Spam-Status: No, score=0.1",
        "X-Spam-Score: 9",
        "Authentication-Results: mx.elders.example; x-spam=fail"
      })
  void whatIsNoMarkOfOursIsAQuestionAsUsual(String header) {
    assertThat(send(header + "\n", "a" + ++n + "@burger.example", "Huur").caseNumber()).isNotNull();
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(
      strings = {
        "X-Spam-Flag: YES",
        "X-Spam-Status: Yes, score=9.1",
        "X-Spam: Yes",
        "X-Oordeel: spam",
        "Authentication-Results: mx.voorbeeldstad.example; x-spam=fail"
      })
  void aMarkOfAHostThatIsNotTrustedCountsForNothing(String mark) {
    String raw =
        mark
            + "\r\nFrom: b"
            + ++n
            + "@burger.example\r\nSubject: Huur\r\nMessage-ID: <"
            + n
            + "@elders.example>\r\n\r\nDe huur is te hoog.\r\n";
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    Receipt sent =
        Receipt.received(
            "elsewhere-" + n,
            Channel.EMAIL,
            workplace.clock.instant(),
            "b@burger.example",
            List.of("info@voorbeeldstad.example"),
            bytes,
            0,
            bytes.length,
            Map.of("peer", "203.0.113.9", "helo", "mx.voorbeeldstad.example"));
    await(workplace.inbox.accept(sent));
    Receipt came =
        Until.present(
            "it is placed",
            () ->
                await(workplace.receipts.find(sent.id()))
                    .filter(it -> it.state() == Receipt.State.ROUTED));

    assertThat(came.caseNumber()).isNotNull();
    assertThat(waiting()).extracting(Doubtful::id).doesNotContain(sent.id());
  }

  @Test
  @Order(3)
  void calledAQuestionItIsOneFromThenOnWithANameAPromiseAndAnAcknowledgement() {
    String from = "vrager" + ++n + "@burger.example";
    Receipt came = send("X-Spam-Flag: YES\n", from, "Mijn huur");
    workplace.clock.forward(Duration.ofHours(5));
    Instant said = workplace.clock.instant();
    Visitor reader = reader();
    Map<String, String> question = Map.of("id", came.id(), "act", "question");
    assertThat(reader.post(LIST, question).location()).contains("spam-vraag");
    assertThat(reader.post(LIST, question).location()).as("once").contains("spam-anders");

    Receipt now = await(workplace.receipts.find(came.id())).orElseThrow();
    Case one = workplace.found(now.caseNumber());
    assertThat(one.openedAt()).isEqualTo(said);
    assertThat(one.openPromises()).singleElement().matches(it -> it.madeAt().equals(said));
    assertThat(one.official()).isNotBlank();
    List<Outgoing> letters = await(workplace.outbox.unfinished(one.id()));
    assertThat(letters)
        .filteredOn(it -> it.notice().kind() == Notice.Kind.ACKNOWLEDGEMENT)
        .singleElement()
        .matches(it -> it.notice().to().equals(from));
    assertThat(waiting()).extracting(Doubtful::id).doesNotContain(came.id());
  }

  @Test
  @Order(4)
  void calledSpamItIsThrownAwayLaterAndComesBackUntilThen() {
    Receipt came = send("X-Spam-Flag: YES\n", "s" + ++n + "@burger.example", "Winst");
    Visitor reader = reader();
    assertThat(reader.post(LIST, Map.of("id", came.id(), "act", "spam")).location())
        .contains("gedaan=spam");
    assertThat(waiting()).extracting(Doubtful::id).doesNotContain(came.id());
    reader.get(LIST);
    reader.post(LIST, Map.of("id", came.id(), "act", "undo"));
    assertThat(waiting()).extracting(Doubtful::id).contains(came.id());
    reader.post(LIST, Map.of("id", came.id(), "act", "spam"));
    workplace.clock.forward(Duration.ofDays(13));
    await(workplace.hub.doubting.tick());
    assertThat(await(workplace.receipts.find(came.id()))).isPresent();
    workplace.clock.forward(Duration.ofDays(2));
    await(workplace.hub.doubting.tick());
    assertThat(await(workplace.receipts.find(came.id()))).isEmpty();
    assertThat(await(workplace.hub.doubting.spam())).isEmpty();
  }

  @Test
  @Order(5)
  void whoHasIntakeDutyIsRemindedEachDayAndTheirCoordinatorAfterTwo() {
    send("X-Spam-Flag: YES\n", "w" + ++n + "@burger.example", "Wacht");
    await(workplace.hub.doubting.tick());
    Duration oldest = await(workplace.hub.doubting.tick());
    String coordinator =
        workplace.directories.current().team(onDuty().team()).orElseThrow().coordinator();

    assertThat(oldest).isGreaterThan(Duration.ofDays(2));
    workplace.hub.measures.doubtful(oldest);
    assertThat(workplace.measured().lines())
        .as("the gauge is the oldest's")
        .filteredOn(line -> line.startsWith("aanspreekpunt_doubtful_oldest_seconds "))
        .singleElement()
        .matches(line -> Double.parseDouble(line.split(" ", 2)[1]) == oldest.toSeconds());
    assertThat(told()).contains(onDuty().email(), workplace.email(coordinator));
    assertThat(told()).doesNotHaveDuplicates();
  }

  private static List<String> told() {
    String today = workplace.clock.instant().toString().substring(0, 10);
    return workplace.directories.current().officials().stream()
        .map(one -> "doubtful." + today + "." + one.id())
        .flatMap(id -> await(workplace.outbox.find(id)).stream())
        .map(one -> one.notice().to())
        .toList();
  }

  @Test
  @Order(6)
  void nobodyElseReadsTheList() {
    Official other =
        workplace.directories.current().officials().stream()
            .filter(one -> !workplace.hub.doubting.reads(one))
            .findFirst()
            .orElseThrow();
    Visitor visitor = Visitor.loggedIn(workplace, other.id());
    visitor.get("/werk");
    assertThat(visitor.get(LIST).status()).isEqualTo(403);
    assertThat(visitor.post(LIST, Map.of("id", "x", "act", "spam")).status()).isEqualTo(403);
    assertThat(new Visitor(workplace).get(LIST).status()).isNotEqualTo(200);
  }

  @Test
  @Order(7)
  void aPlusAddressAndCapitalsReachTheSameOfficialAndTheSameCitizen() {
    String from = "Piet" + ++n + "@Burger.Example";
    Case first =
        workplace.found(
            send("", from, "Dag", "Jan.DeVries+folder@voorbeeldstad.example").caseNumber());
    Case second =
        workplace.found(
            send("", from.toUpperCase(Locale.ROOT), "Weer", "info@voorbeeldstad.example")
                .caseNumber());

    assertThat(first.official()).isEqualTo("jan.devries");
    assertThat(second.citizen()).isEqualTo(first.citizen());
  }

  @Test
  @Order(8)
  void oneMailboxOfACoupleIsUncertainOnceTwoNamesCameFromIt() {
    String from = "stel" + ++n + "@burger.example";
    send("", "Anna Visser <" + from + ">", "Onze huur");
    Case his = workplace.found(send("", "Kees Bakker <" + from + ">", "Onze huur").caseNumber());

    assertThat(his.route().uncertain()).isTrue();
    assertThat(his.route().doubts()).extracting(it -> it.kind().name()).containsExactly("SHARED");
  }

  @ParameterizedTest
  @Order(9)
  @ValueSource(strings = {"\"burgemeester@voorbeeldstad.example\"", "\"Jan de Vries\""})
  void aNameThatIsSomebodyElsesIsShownWithItsAddressAndMarked(String name) {
    String from = "boef" + ++n + "@elders.example";
    Case one = workplace.found(send("", name + " <" + from + ">", "Betaal " + n).caseNumber());
    String page =
        Visitor.loggedIn(workplace, one.official()).get("/werk/vragen/" + one.id()).body();

    assertThat(page).contains("hoort misschien niet bij het adres " + from);
  }
}
