package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Revoking;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page behind a citizen's link says, and what it keeps to itself. */
class FollowPageTest {
  private static Workplace workplace;
  private static final String MEANWHILE = "In elk wijkcentrum kunt u tot 22.00 uur gratis water";

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String from, String subject, String text, String topic) {
    return workplace.question(from, "Ans", subject, text, topic);
  }

  private static Visitor.Answer page(Case one, String link) {
    return new Visitor(workplace).get(workplace.followPath(one, link));
  }

  private static void answer(Case one, String text, String link) {
    Case now = workplace.found(one.id());
    await(
        workplace.casework.change(
            one.id(), new Replying(now.official(), text, link, now.lastReceived(), Map.of())));
  }

  @Test
  void whileSomethingIsUrgentItSaysWhatToDoMeanwhile() {
    Case one = asked("water@elders.example", "Geen water", "Al een dag.", "water-en-energie");
    assertThat(page(one, "1").body()).contains("Wat u nu al kunt doen", MEANWHILE);
    answer(one, "Er komt iemand langs.", "1");
    assertThat(page(one, "1").body()).doesNotContain(MEANWHILE);
  }

  @Test
  void whoAnsweredFirstIsShownToTheCitizenAsTheirStandingOfficial() {
    Case one = asked("vast@elders.example", "Mijn huur", "Te hoog.", "huur-en-onderhoud");
    assertThat(page(one, "1").body()).doesNotContain("vaste contactpersoon");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get("/werk/vragen/" + one.id());
    samira.post(
        "/werk/vragen/" + one.id() + "/antwoord",
        Map.of("text", "Dat klopt niet.", "seen", one.lastReceived()));
    assertThat(page(one, "1").body())
        .contains("Uw vaste contactpersoon voor ‘Huur en onderhoud’ is Samira El Amrani.");
    samira.post("/werk/vragen/" + one.id() + "/vast", Map.of("standing", "jan.devries"));
    assertThat(page(one, "1").body()).contains("is Jan de Vries.");
    samira.post("/werk/vragen/" + one.id() + "/vast", Map.of("standing", "jan.devries"));
    assertThat(workplace.found(one.id()).events())
        .filteredOn(CaseEvent.Stands.class::isInstance)
        .containsExactly(
            new CaseEvent.Stands(
                Workplace.MORNING,
                "samira.elamrani",
                "huur-en-onderhoud",
                "samira.elamrani",
                "jan.devries"));
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("Samira El Amrani maakte Jan de Vries de vaste contactpersoon");
  }

  @Test
  void whatIsWrongInAWishToBeCalledIsSaidBesideItAndNothingTypedIsLost() {
    Case one = asked("bel@elders.example", "Een vraag", "Iets.", null);
    String path = workplace.followPath(one, "1");
    Visitor ans = new Visitor(workplace);
    ans.get(path);
    Visitor.Answer again =
        ans.post(path + "/bel-mij", Map.of("phone", "06 12", "preferred", "na de middag"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body())
        .contains("id=\"phone-error\"", "value=\"06 12\"", "value=\"na de middag\"");
    Visitor.Answer late =
        ans.post(path + "/bel-mij", Map.of("phone", "0612345678", "preferred", "om 9"), "1.a");
    assertThat(late.body()).contains("value=\"0612345678\"", "value=\"om 9\"", "<details open");
    assertThat(workplace.found(one.id()).openPromises()).hasSize(1);
  }

  @Test
  void aLaterMessageIsSaidToBeFormalAndAComplaintAboutAnOfficialIsACaseOfItsOwn() {
    Case one = asked("later@elders.example", "Mijn container", "Waar is hij?", "afval");
    String path = workplace.followPath(one, "1");
    Visitor ans = new Visitor(workplace);
    String form = ans.get(path).body();
    assertThat(form).contains("<option value=\"formal\">", "<option value=\"klacht\">");
    String nonce = form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1");

    Visitor.Answer wrong =
        ans.post(path + "/antwoord", Map.of("text", "", "class", "formal", "nonce", nonce));
    ans.post(
        path + "/antwoord",
        Map.of("text", "Ik vraag er een aan.", "class", "formal", "nonce", nonce));
    assertThat(wrong.body()).contains("<option value=\"formal\" selected>");
    Case formal = workplace.found(one.id());
    assertThat(formal.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(formal.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER, PromiseKind.DECISION);

    form = ans.get(path).body();
    assertThat(form).doesNotContain("<option value=\"formal\"");
    Visitor.Answer sent =
        ans.post(
            path + "/antwoord",
            Map.of(
                "text",
                "Er komt nooit antwoord.",
                "class",
                "klacht",
                "nonce",
                form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1")));
    assertThat(ans.get(sent.location()).body())
        .contains("Iemand die er niet bij betrokken is")
        .doesNotContain("Er komt nooit antwoord.");
    Case complaint =
        await(workplace.cases.ofCitizen(one.citizen(), 5)).stream()
            .filter(other -> !other.id().equals(one.id()))
            .findFirst()
            .orElseThrow();
    assertThat(complaint.barred()).containsExactly(one.official());
    assertThat(complaint.legalClass()).isEqualTo(LegalClass.COMPLAINT);
  }

  @Test
  void aLinkShowsOnlyWhatWasExchangedWithTheAddressItWasSentTo() {
    Case one = asked("eerst@elders.example", "Samen wonen", "Geheim van de eerste.", null);
    Case second = asked("+31612345670", "Ook ik", "Geheim van de tweede.", null);
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(second.id(), one.id(), "test", true, act -> act));
    Case both = workplace.found(one.id());
    assertThat(both.participants()).hasSize(2);
    answer(both, "Alleen voor de eerste.", "1");
    answer(both, "Alleen voor de tweede.", "2");
    await(
        workplace.casework.change(
            one.id(),
            new Talking(both.official(), CaseEvent.Talk.PHONE, "Notitie voor collega’s", null)));

    assertThat(page(both, "1").body())
        .contains("Geheim van de eerste.", "Alleen voor de eerste.", "Samen wonen")
        .doesNotContain("Ook ik", "van de tweede", "voor de tweede", "06 12345670", "Notitie");
    assertThat(page(both, "2").body())
        .contains("Geheim van de tweede.", "Alleen voor de tweede.", "06 12345670", "Ook ik")
        .doesNotContain(
            "Samen wonen", "van de eerste", "voor de eerste", "eerst@elders", "Notitie");
  }

  @Test
  void aLinkThatIsForgedOrOfAnotherOpensNothingAndARevokedOneIsGone() {
    Case one = asked("forge@elders.example", "Een vraag", "Iets.", null);
    Case other = asked("other@elders.example", "Een andere vraag", "Iets anders.", null);
    String path = workplace.followPath(one, "1");
    String signature = path.substring(path.lastIndexOf('/') + 1);
    Visitor visitor = new Visitor(workplace);

    assertThat(visitor.get("/v/" + other.id() + "/1/" + signature).status()).isEqualTo(404);
    assertThat(visitor.get("/v/" + one.id() + "/2/" + signature).status()).isEqualTo(404);
    String forged = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
    assertThat(visitor.get(forged).status()).isEqualTo(404);
    assertThat(visitor.get(workplace.followPath(one, "2")).status()).isEqualTo(404);

    visitor.get(path);
    await(workplace.casework.change(one.id(), new Revoking("1", "citizen")));
    assertThat(visitor.get(path).status()).isEqualTo(410);
    Visitor.Answer late = visitor.post(path + "/antwoord", Map.of("text", "Nog iets"));
    assertThat(late.status()).isEqualTo(410);
    assertThat(workplace.found(one.id()).version()).isEqualTo(2);
  }

  @Test
  void whatAnOfficialSwitchedOffOpensNoMoreSaysWhatToDoAndTheNextMessageHasANewOne() {
    Case one = asked("uit@elders.example", "Mijn geheim", "Niet voor iedereen.", "bijstand");
    String path = workplace.followPath(one, "1");
    String work = "/werk/vragen/" + one.id();
    Visitor fatma = Visitor.loggedIn(workplace, "fatma.yildiz");
    assertThat(fatma.get(work).body()).contains("Zet de volglink uit");

    for (int i = 0; i < 2; i++) {
      assertThat(fatma.post(work + "/intrekken", Map.of("link", "1")).status()).isEqualTo(303);
    }

    assertThat(fatma.get(work).body())
        .contains("De volglink is uitgezet.")
        .doesNotContain("Zet de volglink uit");
    assertThat(workplace.found(one.id()).events())
        .filteredOn(CaseEvent.LinkRevoked.class::isInstance)
        .extracting(event -> ((CaseEvent.LinkRevoked) event).by())
        .containsExactly("fatma.yildiz");
    Visitor.Answer off = new Visitor(workplace).get(path);
    assertThat(off.status()).isEqualTo(410);
    assertThat(off.body())
        .contains("Deze link werkt niet meer", "In ons volgende bericht staat een nieuwe link.")
        .doesNotContain("geheim", "Niet voor iedereen", "Fatma", "uit@elders");

    answer(one, "Dag Ans.", "1");
    String renewed = linkOfTheReply(one);
    assertThat(renewed).isNotEqualTo(path);
    assertThat(new Visitor(workplace).get(renewed).body())
        .contains("Niet voor iedereen.", "Dag Ans.");
    assertThat(new Visitor(workplace).get(path).status()).isEqualTo(410);
    assertThat(fatma.get(work).body()).contains("Zet de volglink uit");
  }

  /** Where the link in the mail with the answer leads. */
  private static String linkOfTheReply(Case one) {
    Outgoing reply =
        await(workplace.outbox.unfinished(one.id())).stream()
            .filter(entry -> entry.notice().kind() == Notice.Kind.REPLY)
            .findFirst()
            .orElseThrow();
    return URI.create(workplace.tokens.followLink(reply.notice())).getPath();
  }

  @Test
  void aMessageThatWentToAnotherQuestionIsReadThereByWhoTakesPartInItWithTheSameAddress() {
    Case one = asked("lamp@elders.example", "Huur", "Te hoog.", "huur-en-onderhoud");
    Case both =
        workplace.question(
            "lamp@elders.example",
            "Ans",
            "Lamp",
            "De lantaarn is stuk.",
            "huur-en-onderhoud",
            Map.of("case", one.id()));
    String lamp = both.lastReceived();
    Case other = asked("ander@elders.example", "Een geheim", "Van een ander.", "parkeren");
    await(
        new Separating(workplace.cases, workplace.casework)
            .move(new Separating.What(one.id(), List.of(lamp), "test"), other.id(), act -> act));

    String path = workplace.followPath(other, "2");
    assertThat(page(one, "1").body())
        .contains("Te hoog.", "gaan wij verder in vraag " + other.id(), "href=\"" + path + "\"")
        .doesNotContain("De lantaarn is stuk.", "Een geheim", "Van een ander.");
    assertThat(new Visitor(workplace).get(path).body())
        .contains("De lantaarn is stuk.")
        .doesNotContain("Een geheim", "Van een ander.", "ander@elders");
    assertThat(page(other, "1").body())
        .contains("Van een ander.")
        .doesNotContain("De lantaarn is stuk.", "lamp@elders");

    await(workplace.casework.change(other.id(), new Revoking("2", "citizen")));
    assertThat(page(one, "1").body())
        .contains("gaan wij verder in een andere vraag")
        .doesNotContain(other.id());
  }

  @Test
  void whoWasTakenForTheCitizenSeesNothingMoreAndWhoItIsSeesOnlyWhatWentToThem() {
    Case one = asked("schijn@elders.example", "Huur", "Van wie?", "huur-en-onderhoud");
    answer(one, "Voor het eerste adres.", "1");
    Case theirs = asked("echt@elders.example", "Iets anders", "Van de echte.", "parkeren");
    String link = workplace.followPath(one, "1");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    String page = "/werk/vragen/" + one.id();
    samira.get(page + "/plaats");
    assertThat(samira.post(page + "/plaats", Map.of("act", "citizen", "address", "?")).body())
        .contains("Vul een e-mailadres of telefoonnummer in");
    samira.get(page + "/plaats");
    samira.post(page + "/plaats", Map.of("act", "citizen", "address", "echt@elders.example"));

    assertThat(new Visitor(workplace).get(link).status()).isEqualTo(410);
    assertThat(new Visitor(workplace).post(link + "/niet-geholpen", Map.of()).status())
        .isEqualTo(410);
    assertThat(page(workplace.found(one.id()), "2").body())
        .contains("Uw vaste contactpersoon voor ‘Huur en onderhoud’ is Samira El Amrani.")
        .doesNotContain("Van wie?", "Voor het eerste adres.", "schijn@elders");
    assertThat(samira.get(page).body())
        .contains("zag dat deze vraag van een andere inwoner is", "Van wie?", "echt@elders");
    assertThat(workplace.found(one.id()).citizen()).isEqualTo(theirs.citizen());
    answer(one, "Voor de echte.", null);
    assertThat(page(workplace.found(one.id()), "2").body()).contains("Voor de echte.");
  }

  @Test
  void theLinkOfAQuestionThatWasJoinedLeadsToTheOneItBelongsTo() {
    Case one = asked("hoort@elders.example", "De eerste", "Schimmel.", null);
    Case apart = asked("hoort@elders.example", "De tweede", "Nog meer schimmel.", null);
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(apart.id(), one.id(), "test", true, act -> act));

    Visitor.Answer moved = page(apart, "1");

    assertThat(moved.status()).isEqualTo(303);
    assertThat(moved.location()).isEqualTo(workplace.followPath(one, "1"));
    assertThat(new Visitor(workplace).get(moved.location()).body())
        .contains("Schimmel.", "Nog meer schimmel.");

    await(workplace.casework.change(one.id(), new Revoking("1", "citizen")));
    assertThat(page(apart, "1").status()).as("not around what was switched off").isEqualTo(410);
  }

  @Test
  void whatWasJoinedStandsInTheOrderOfTimeWithItsAnswers() {
    Case first = asked("volgorde@elders.example", "Dak", "Als eerste gevraagd.", "afval");
    workplace.clock.forward(Duration.ofMinutes(1));
    answer(first, "Als tweede geantwoord.", "1");
    workplace.clock.forward(Duration.ofMinutes(1));
    Case second = asked("volgorde@elders.example", "Goot", "Als derde gevraagd.", "afval");
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(first.id(), second.id(), "test", true, act -> act));

    String body = page(second, "1").body();

    assertThat(body.indexOf("Als eerste gevraagd."))
        .isPositive()
        .isLessThan(body.indexOf("Als tweede geantwoord."));
    assertThat(body.indexOf("Als tweede geantwoord."))
        .isLessThan(body.indexOf("Als derde gevraagd."));
    workplace.clock.forward(Duration.ofMinutes(-2));
  }
}
