package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** Calls, step by step, as Twilio brings them. */
class VoiceTest extends Exchange {
  @Test
  void whoHasAQuestionIsRungThroughToWhoHasItAndExplainsNothingAgain() {
    String eva = somebody();
    Case one = work.question(eva, "Eva Jansen", "Huur", "De huur is te hoog", "huur-en-onderhoud");
    Caller call = caller(eva, GENERAL).dials().again();

    assertThat(call.hears())
        .contains("u belt met gemeente Voorbeeldstad")
        .contains("For English, press 9");
    call.waits().again();
    assertThat(call.hears()).isEqualTo("Een ogenblik. Ik verbind u door met Samira El Amrani.");
    assertThat(call.rings()).isEqualTo("+31655500101");
    assertThat(call.shown()).isEqualTo(GENERAL);

    Caller.Official samira = call.picksUp();
    assertThat(samira.hears())
        .contains("Eva Jansen belt u")
        .contains("Huur en onderhoud")
        .contains("Toets 1");
    assertThat(samira.presses("1")).isTrue();
    assertThat(call.spoke(185).over()).isTrue();
    assertThat(call.ends(200)).isEqualTo(204);
    work.clock.forward(Duration.ofMinutes(1));
    work.tick();

    assertThat(steps(one.id()))
        .containsExactly(CallStep.CAME_IN, CallStep.RANG, CallStep.CONNECTED, CallStep.ENDED);
    assertThat(promises(one.id())).as("nobody said yet what was agreed").hasSize(1);
    assertThat(Visitor.loggedIn(work, "samira.elamrani").get("/werk/vragen/" + one.id()).body())
        .contains("Het gesprek was afgelopen na 3 minuten.");
  }

  @Test
  void whoIsNotReachedIsPromisedACallWithANameAndATermInWords() {
    String bea = somebody();
    Caller call = caller(bea, WASTE).dials().waits();
    String first = call.hears();
    assertThat(first).contains("Ik verbind u door met Ravi Ramdin");
    assertThat(call.rings()).as("not the number that citizens see").isEqualTo("+31851234567");
    assertThat(call.dialled("no-answer").hears())
        .isEqualTo("Ravi Ramdin neemt niet op. Ik verbind u door met Anouk Jansen.");
    call.dialled("busy").again();

    assertThat(call.hears())
        .isEqualTo(
            "Ravi Ramdin is nu niet bereikbaar. Toets 1, dan belt Ravi Ramdin u morgenochtend vóór"
                + " kwart over tien terug op het nummer waarmee u nu belt. Of toets 2 om een bericht"
                + " in te spreken.");
    call.presses("1").again();
    assertThat(call.hears())
        .isEqualTo(
            "Ravi Ramdin belt u morgenochtend vóór kwart over tien terug. U hoeft dan niets opnieuw"
                + " uit te leggen. Tot ziens.");
    assertThat(call.over()).isTrue();
    assertThat(call.ends(60)).isEqualTo(204);
    assertThat(call.ends(60)).as("told twice").isEqualTo(204);
    settle();

    Case one = of(bea);
    assertThat(one.official()).isEqualTo("ravi.ramdin");
    assertThat(one.route().rule()).isEqualTo("topic");
    assertThat(one.openPromises()).hasSize(1);
    Promise promise = one.openPromises().get(0);
    assertThat(promise.kind()).isEqualTo(PromiseKind.CALLBACK);
    assertThat(promise.callback().phone()).isEqualTo(bea);
    assertThat(promise.due())
        .isBeforeOrEqualTo(Workplace.MORNING.plus(Duration.ofMinutes(24 * 60 + 15)));
    assertThat(steps(one.id()))
        .containsExactly(
            CallStep.CAME_IN,
            CallStep.RANG,
            CallStep.NO_ANSWER,
            CallStep.RANG,
            CallStep.BUSY,
            CallStep.OFFERED,
            CallStep.ASKED_BACK);
    assertThat(work.outbox).isNotNull();
    assertThat(one.happened(CaseEvent.Told.class)).as("they heard it").isEmpty();
    climbs(one, promise);
  }

  /** As any other that is not kept. */
  private void climbs(Case one, Promise promise) {
    work.clock.to(promise.due().plus(Duration.ofHours(1)));
    work.tick();
    assertThat(work.found(one.id()).happened(CaseEvent.Climbed.class)).isNotEmpty();
  }

  @Test
  void theSameInEnglish() {
    String bob = somebody();
    Caller call = caller(bob, WASTE).dials().presses("9").again();
    assertThat(call.hears()).endsWith("I am putting you through to Ravi Ramdin.");
    assertThat(call.twiml()).contains("language=\"en-GB\"", "voice=\"Polly.Amy-Neural\"");
    assertThat(call.dialled("failed").hears())
        .isEqualTo("Ravi Ramdin does not answer. I am putting you through to Anouk Jansen.");
    assertThat(call.dialled("no-answer").hears())
        .contains("Ravi Ramdin cannot be reached now.")
        .contains("will call you back tomorrow morning before")
        .contains("Or press 2 to leave a message.");
    assertThat(call.waits().hears()).startsWith("I did not hear your choice. Press 1");
    assertThat(call.presses("1").hears())
        .startsWith("Ravi Ramdin will call you back tomorrow morning before")
        .endsWith("You will not have to explain anything again. Goodbye.");
    call.ends(60);
    settle();

    assertThat(of(bob).language()).isEqualTo("en");
    assertThat(steps(of(bob).id()))
        .contains(CallStep.LANGUAGE, CallStep.FAILED, CallStep.NOTHING_PRESSED);
    Caller next = caller(bob, GENERAL).dials();
    assertThat(next.hears())
        .as("a known citizen's language goes first")
        .startsWith("Hello, you are calling")
        .contains("Voor Nederlands, toets 9.");
    assertThat(next.waits().hears()).contains("I am putting you through to Ravi Ramdin");
  }

  @Test
  void aVoiceMailOfAnOfficialsOwnNeverAnswersACitizen() {
    String cas = somebody();
    Caller call = caller(cas, WASTE).dials().waits();
    Caller.Official machine = call.picksUp();
    assertThat(machine.hears()).startsWith("Een inwoner belt u").contains("een nieuwe vraag");
    assertThat(machine.presses("5")).as("another key does not connect").isFalse();
    assertThat(call.dialled("completed").rings()).as("the next one rings").isNotNull();

    Caller.Official anouk = call.picksUp();
    assertThat(anouk.presses("1")).isTrue();
    Case one = comes(cas);
    nl.aanspreekpunt.process.Until.present(
        "they are connected on the timeline",
        () -> steps(one.id()).stream().filter(it -> it == CallStep.CONNECTED).findFirst());
    assertThat(Visitor.loggedIn(work, "anouk.jansen").get("/werk/meldingen").body())
        .as("the case opens for who took the call")
        .contains("/werk/vragen/" + one.id());
    call.spoke(30);
    call.ends(70);
    settle();

    assertThat(one.official()).isEqualTo("ravi.ramdin");
    assertThat(steps(one.id())).contains(CallStep.NOT_TAKEN, CallStep.CONNECTED, CallStep.ENDED);
    assertThat(work.found(one.id()).happened(CaseEvent.Phoned.class))
        .anyMatch(it -> it.step() == CallStep.CONNECTED && it.official().equals("anouk.jansen"));
    assertThat(promises(one.id())).as("that they spoke is no answer yet").hasSize(1);
  }

  @Test
  void outsideOpeningHoursNobodyIsRungAndTheTermIsTheNextDay() {
    work.clock.to(Workplace.MORNING.plus(Duration.ofHours(10)));
    String dot = somebody();
    Caller call = caller(dot, WASTE).dials().waits();

    assertThat(call.rings()).isNull();
    assertThat(call.hears())
        .contains(
            "Wij zijn nu gesloten. Toets 1, dan belt Ravi Ramdin u donderdagochtend vóór half negen");
    assertThat(call.presses("1").over()).isTrue();
  }

  @Test
  void onAHolidayNobodyIsRung() {
    work.clock.to(Instant.parse("2026-12-25T10:00:00Z"));
    Caller call = caller(somebody(), SAMIRA).dials();
    assertThat(call.hears())
        .startsWith("Goedendag, u belt met Samira El Amrani van gemeente Voorbeeldstad.");
    call.waits();

    assertThat(call.rings()).isNull();
    assertThat(call.hears())
        .contains("Wij zijn nu gesloten. Toets 1, dan belt Samira El Amrani u")
        .contains("dinsdagochtend vóór half negen");
  }

  @Test
  void whereNobodyOfTheTeamIsThereACallIsPromisedByWhoActs() {
    List<String> team =
        work.directories.current().officials().stream()
            .filter(one -> one.team().equals("openbare-ruimte"))
            .map(one -> one.id())
            .toList();
    Instant now = work.clock.instant();
    team.forEach(
        one ->
            await(
                work.directories.absent(
                    new Absence(one, now, now.plus(Duration.ofDays(3)), null, "", one))));
    String els = somebody();
    Caller call = caller(els, WASTE).dials().waits();
    String heard = call.hears();
    if (call.rings() != null) {
      heard = call.dialled("no-answer").dialled("no-answer").hears();
    }
    assertThat(heard).contains("Toets 1, dan belt");
    String promised = call.presses("1").hears();
    team.forEach(one -> await(work.directories.returned(one, work.clock.instant(), one)));

    Case one = of(els);
    String owner = one.ownerOf(one.openPromises().get(0));
    assertThat(team).doesNotContain(one.actingNow().map(it -> it.official()).orElse(owner));
    assertThat(promised)
        .startsWith(work.directories.current().official(owner).orElseThrow().name());
  }

  @Test
  void whoseNumberIsWithheldKeysOneInAndHearsNothingOfWhoeverHasIt() {
    String fay = somebody();
    Case secret = work.question(fay, "Fay", "Schuld", "Ik heb schulden", "schuldhulp");
    Caller call = caller("anonymous", GENERAL).dials().waits();
    assertThat(call.hears()).contains("Wij zien uw telefoonnummer niet.");
    assertThat(call.presses("123#").hears())
        .isEqualTo("Dat nummer klopt niet. Toets het nog een keer in, en sluit af met een hekje.");
    call.presses("0" + fay.substring(3) + "#").again();
    assertThat(call.hears()).doesNotContain("Sanne");
    assertThat(call.picksUp().hears()).startsWith("Een inwoner belt u");
    call.dialled("no-answer");
    while (call.rings() != null) {
      call.dialled("no-answer");
    }
    assertThat(call.hears()).contains("terug op het nummer dat u heeft ingetoetst");
    assertThat(call.presses("1").hears()).doesNotContain("Sanne");
    call.ends(60);
    settle();

    List<Case> all = await(work.cases.ofAddress(new Address(Address.Kind.PHONE, fay), 5));
    assertThat(all).hasSize(2);
    Case other = all.stream().filter(it -> !it.id().equals(secret.id())).findFirst().orElseThrow();
    assertThat(work.found(other.id()).openPromises().get(0).callback().phone()).isEqualTo(fay);
    assertThat(promises(secret.id())).as("nothing happened there").isEqualTo(secret.promises());
    assertThat(work.found(other.id()).route().uncertain()).as("a person says whose it is").isTrue();
    assertThat(Visitor.loggedIn(work, other.official()).get("/werk/vragen/" + other.id()).body())
        .contains("toetste dit nummer zelf in");
  }

  @Test
  void whatWasAgreedWithOneIsNotSaidToOthersWhoUseTheirNumber() {
    String joy = somebody();
    Case one = work.question(joy, "Joy", "Huur", "De huur", "huur-en-onderhoud");
    await(work.casework.change(one.id(), onlyInWriting()));
    work.tick();
    await(
        work.identities.setSharing(
            new Address(Address.Kind.PHONE, joy),
            new Identity.Sharing(true, "meilin.chen", work.clock.instant())));
    Caller call = caller(joy, GENERAL).dials().waits();
    assertThat(call.rings()).isNull();
    assertThat(call.hears())
        .doesNotContain("afgesproken", "Samira")
        .contains("Spreek na de toon uw bericht in");
    call.ends(20);
    settle();
  }

  @Test
  void ofWhoAskedNothingTheNumberIsNotKept() {
    String kim = somebody();
    Caller early = caller(kim, WASTE).dials();
    early.ends(2);
    Caller asked = caller(kim, WASTE).dials().waits();
    asked.ends(9);
    settle();
    await(work.calls().tidy(work.clock.instant().minus(Duration.ofDays(30))));
    assertThat(await(work.calls().find(early.sid()))).isPresent();
    await(work.calls().tidy(work.clock.instant().plus(Duration.ofSeconds(1))));
    assertThat(await(work.calls().find(early.sid()))).isEmpty();
    assertThat(await(work.calls().find(asked.sid()))).as("it has a question").isPresent();
  }

  @Test
  void whoKeysNothingInIsPutThroughAllTheSame() {
    Caller call = caller("+266696687", GENERAL).dials().waits().waits();
    assertThat(call.rings()).isNotNull();
    call.picksUp().presses("1");
    call.spoke(40);
    assertThat(call.ends(50)).isEqualTo(204);
    settle();
  }

  @Test
  void whoHearsThatNobodyIsThereAndChoosesNothingIsSeen() {
    String gus = somebody();
    Caller call = caller(gus, WASTE).dials().waits().dialled("no-answer").dialled("no-answer");
    call.waits().hears();
    assertThat(call.waits().hears()).isEqualTo("Ravi Ramdin ziet dat u heeft gebeld. Tot ziens.");
    call.ends(60);
    settle();

    Case one = of(gus);
    assertThat(one.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(steps(one.id())).contains(CallStep.NOTHING_PRESSED);
  }

  @Test
  void whoHangsUpIsOnTheTimelineWithWhereTheyDid() {
    String han = somebody();
    Caller early = caller(han, WASTE).dials();
    early.ends(2);
    settle();
    assertThat(await(work.cases.ofAddress(new Address(Address.Kind.PHONE, han), 5)))
        .as("nothing was asked")
        .isEmpty();

    Caller ringing = caller(han, WASTE).dials().waits();
    assertThat(ringing.rings()).isNotNull();
    ringing.ends(9);
    assertThat(ringing.dialled("canceled").hears()).contains("Ik verbind");
    assertThat(ringing.rings()).as("nobody is rung for who is gone").isNull();
    settle();
    Case one = of(han);
    assertThat(steps(one.id())).startsWith(CallStep.CAME_IN, CallStep.RANG, CallStep.HUNG_UP);

    Caller offered = caller(han, WASTE).dials().waits().dialled("busy").dialled("busy");
    offered.ends(30);
    settle();
    assertThat(work.found(one.id()).happened(CaseEvent.Phoned.class))
        .filteredOn(it -> it.step() == CallStep.HUNG_UP)
        .extracting(CaseEvent.Phoned::words)
        .containsExactly("RINGING", "OFFER");
    assertThat(promises(one.id())).as("two calls, one question").hasSize(1);
  }

  @Test
  void aNumberThatSeveralUseHearsNothingOfAnothersCase() {
    String ida = somebody();
    Case one = work.question(ida, "Ida", "Schuld", "Ik heb schulden", "schuldhulp");
    await(
        work.identities.setSharing(
            new Address(Address.Kind.PHONE, ida),
            new Identity.Sharing(true, "meilin.chen", work.clock.instant())));
    Caller call = caller(ida, GENERAL).dials().waits();
    assertThat(call.hears()).doesNotContain("Sanne", "Ida");
    assertThat(call.picksUp().hears()).doesNotContain("Ida", "chuld");
    while (call.rings() != null) {
      call.dialled("no-answer");
    }
    assertThat(call.presses("1").hears()).doesNotContain("Sanne");
    call.ends(60);
    settle();

    Case other =
        await(work.cases.ofAddress(new Address(Address.Kind.PHONE, ida), 5)).stream()
            .filter(it -> !it.id().equals(one.id()))
            .findFirst()
            .orElseThrow();
    assertThat(work.found(other.id()).route().uncertain()).isTrue();
    assertThat(work.found(other.id()).suggested()).isEqualTo(one.id());
  }

  @Test
  void afterAThreatNobodyIsRungNorCallsWhereThatWasAgreed() {
    String jo = somebody();
    Case one = work.question(jo, "Jo", "Huur", "De huur", "huur-en-onderhoud");
    await(work.casework.change(one.id(), onlyInWriting()));
    work.tick();
    Caller call = caller(jo, GENERAL).dials().waits();
    assertThat(call.rings()).isNull();
    assertThat(call.hears())
        .contains("Met u is afgesproken hoe u contact met ons heeft.")
        .contains("Spreek na de toon uw bericht in");
    call.staysSilent();
    assertThat(call.over()).isTrue();
    call.ends(60);
    settle();
    assertThat(promises(one.id())).noneMatch(it -> it.kind() == PromiseKind.CALLBACK);
  }

  private AgreeingContact onlyInWriting() {
    return new AgreeingContact(
        "samira.elamrani",
        List.of(ContactAgreement.Way.WRITING),
        work.clock.instant().plus(Duration.ofDays(90)),
        "Bedreiging aan de balie, opgenomen in het register.",
        "jan.devries");
  }

  @Test
  void aCallToANumberThatIsNotOursIsRefused() {
    Map<String, String> form =
        Map.of(
            "CallSid",
            "CAother",
            "AccountSid",
            TwilioStandIn.ACCOUNT,
            "From",
            "+31612345678",
            "To",
            "+31205559999");
    String url = work.url("/webhooks/twilio/voice");
    assertThat(twilio.post(url, form).statusCode()).isEqualTo(403);
    assertThat(twilio.call(url, url + "?", form).statusCode()).isEqualTo(403);
  }

  @Test
  void whoIsRungSeesTheCallWhileItRings() {
    String mo = somebody();
    Case one = work.question(mo, "Mo", "Afval", "De bak", "afval");
    Caller call = caller(mo, GENERAL).dials().waits();
    assertThat(await(work.calls().goingOn("ravi.ramdin", 50)))
        .extracting(Call::id)
        .contains(call.sid());
    nl.aanspreekpunt.process.Until.present(
        "it rings on the timeline",
        () -> steps(one.id()).stream().filter(it -> it == CallStep.RANG).findFirst());
    assertThat(Visitor.loggedIn(work, "ravi.ramdin").get("/werk/meldingen").body())
        .contains("/werk/vragen/" + one.id());
    call.ends(5);
    settle();
    assertThat(await(work.calls().goingOn("ravi.ramdin", 50)))
        .extracting(Call::id)
        .doesNotContain(call.sid());
  }

  @Test
  void aCallOfWhichNoEndIsReportedIsOverAfterSomeHours() {
    String nel = somebody();
    Caller call = caller(nel, WASTE).dials().waits();
    work.clock.forward(Duration.ofHours(4));
    settle();
    settle();

    assertThat(await(work.calls().find(call.sid())).orElseThrow().goesOn()).isFalse();
    assertThat(steps(of(nel).id())).contains(CallStep.RANG, CallStep.HUNG_UP);
  }

  @Test
  void ofAConfidentialQuestionWhoPicksUpHearsOnlyThatThereIsOne() {
    String lia = somebody();
    Case one = work.question(lia, "Lia Bos", "Schulden", "Ik heb schulden", "schuldhulp");
    assertThat(one.hidesSubject()).isTrue();
    Caller call = caller(lia, GENERAL).dials().waits();

    assertThat(call.picksUp().hears())
        .startsWith("Een inwoner belt u")
        .contains("Er loopt al een vraag.")
        .doesNotContain("Lia", "chuld");
    call.ends(9);
    settle();
  }

  @Test
  void whoAComplaintIsAboutIsNeverRungForIt() {
    String mia = somebody();
    Case one =
        work.question(
            mia,
            "Mia",
            "Klacht",
            "Een klacht over Samira El Amrani.",
            null,
            Map.of("class", "complaint"));
    assertThat(one.barred()).contains("samira.elamrani");
    Caller call = caller(mia, GENERAL).dials().waits();
    while (call.rings() != null) {
      assertThat(call.rings()).isNotEqualTo("+31655500101");
      call.dialled("busy");
    }
    assertThat(call.presses("1").hears()).doesNotContain("Samira");
    call.ends(60);
    settle();
  }

  @Test
  void anOfficialIsRungWhereNoCitizenSeesAndNeverAtANumberOfTheHub() {
    Directory directory = work.directories.current();
    LineUp none = new LineUp(directory, Numbers.NONE);
    Numbers hubs =
        new Numbers(
            List.of(
                new OwnNumber(
                    "+31655500101",
                    new OwnNumber.Meaning.OfOfficial("samira.elamrani"),
                    Set.of(OwnNumber.Ability.CALLS),
                    null,
                    null)));
    assertThat(none.number("samira.elamrani")).contains("+31655500101");
    assertThat(new LineUp(directory, hubs).number("samira.elamrani"))
        .as("it would lead back to the hub")
        .isEmpty();
    assertThat(new LineUp(directory, hubs).of("samira.elamrani", List.of(), Workplace.MORNING))
        .doesNotContain("samira.elamrani")
        .contains("jan.devries");
    assertThat(none.of("samira.elamrani", List.of("samira.elamrani"), Workplace.MORNING))
        .doesNotContain("samira.elamrani");
  }
}
