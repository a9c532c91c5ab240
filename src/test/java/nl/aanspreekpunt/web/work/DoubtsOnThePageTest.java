package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an official sees of a doubt, and does about it. */
class DoubtsOnThePageTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String from, String name, Map<String, String> more) {
    return workplace.question(from, name, "Huur", "Te hoog.", "huur-en-onderhoud", more);
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  @Test
  void anOfficialSaysThatSeveralPeopleUseAnAddressAndTakesItBack() {
    Case one = asked("gezin@example.org", "Gezin", Map.of());
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path(one)).body()).contains("Meer mensen gebruiken dit<");

    Map<String, String> yes = Map.of("link", one.contact(), "several", "yes");
    assertThat(samira.post(path(one) + "/gedeeld", yes).location()).startsWith(path(one));
    assertThat(samira.get(path(one)).body()).contains("Alleen deze inwoner gebruikt dit<");
    assertThat(shared()).isTrue();
    samira.post(path(one) + "/gedeeld", Map.of("link", one.contact(), "several", "no"));
    assertThat(shared()).isFalse();

    assertThat(samira.post(path(one) + "/gedeeld", yes, "not.ours").status()).isEqualTo(403);
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    ravi.get("/werk");
    assertThat(ravi.post(path(one) + "/gedeeld", yes).status()).isEqualTo(403);
    assertThat(shared()).isFalse();
  }

  private static boolean shared() {
    Address address = new Address(Address.Kind.EMAIL, "gezin@example.org");
    return Workplace.await(workplace.identities.find(address)).orElseThrow().shared();
  }

  @Test
  void whatCouldNotBeReadIsSaidInTheReadersWords() {
    byte[] raw =
        String.join(
                "\r\n",
                "From: <kapot@example.org>",
                "Subject: Huur",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain; charset=klingon",
                "",
                "De helft")
            .getBytes(StandardCharsets.UTF_8);
    List<String> to = List.of("samira.elamrani@voorbeeldstad.example");
    Receipt mail =
        Receipt.received(
            "broken",
            Channel.EMAIL,
            workplace.clock.instant(),
            "kapot@example.org",
            to,
            raw,
            0,
            raw.length,
            Map.of());
    Workplace.await(workplace.inbox.accept(mail));
    Receipt placed =
        Until.present(
            "placed",
            () ->
                Workplace.await(workplace.receipts.find("broken"))
                    .filter(one -> one.state() == Receipt.State.ROUTED));
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");

    assertThat(samira.get("/werk/vragen/" + placed.caseNumber()).body())
        .contains(
            "De helft", "niet alles was te lezen", "het einde ontbreekt", "onbekende tekenset")
        .doesNotContain("TRUNCATED", "CHARSET");
    assertThat(samira.get("/werk/vragen/" + placed.caseNumber() + "?taal=en").body())
        .contains("not all could be read", "its end is missing", "unknown character set");
    assertThat(placed.raw()).as("kept raw").isEqualTo(raw);
  }

  /** Another citizen's question, named by somebody who takes no part in it. */
  @Test
  void theCaseAMessageMayBelongToIsShownAndOneActJoinsIt() {
    Case one = asked("eva@example.org", "Eva", Map.of());
    Case beside = asked("zus@example.org", "Haar zus", Map.of("case", one.id()));
    assertThat(beside.route().certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Visitor.Answer page = samira.get(path(beside));

    assertThat(page.body()).contains("Maar de afzender doet niet mee", path(one));
    Visitor.Answer asked = samira.post(path(beside) + "/hoort-bij", Map.of("into", one.id()));
    assertThat(asked.body()).contains("van Eva", "van Haar zus").contains(one.id(), beside.id());
    assertThat(workplace.found(beside.id()).joined()).isFalse();
    samira.post(path(beside) + "/hoort-bij", Map.of("into", one.id(), "differentCitizens", "yes"));
    assertThat(workplace.found(one.id()).participants()).hasSize(2);
    assertThat(workplace.found(beside.id()).joined()).isTrue();
  }
}
