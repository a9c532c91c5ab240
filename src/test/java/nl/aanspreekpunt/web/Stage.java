package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Undeliverable;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Revoking;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Doubtfuls;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.phone.back.Line;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;

/** A municipality at work: questions in every state, somebody away, somebody who left. */
final class Stage implements AutoCloseable {
  /** Words that only who works on {@link #open} may read. */
  static final String SECRET = "De muur naast het bed is zwart";

  final Workplace workplace = new Workplace(Workplace.oneForEachTopic(), configuration());

  /** With Samira: answered once, to be called back, with a file. */
  final Case open;

  /** With Samira, by WhatsApp, and longer ago than a day. */
  final Case whatsApp;

  /** Water was cut off: there is a principle. */
  final Case urgent;

  final Case confidential;
  final Case late;
  final Case closed;

  /** A no waits for a visit. */
  final Case held;

  final Case uncertain;

  /** About Jan. */
  final Case complaint;

  /** Of Sanne, who left. */
  final Case left;

  final Case revoked;

  private String called;

  /** Ids of what Samira reported to chafe in {@link #open}, and of a story that Jan checks. */
  final String chafes;

  final String story;

  /** Id of a household of who asked {@link #open} and {@link #late}, with a story so far. */
  final String household;

  private static Map<String, String> configuration() {
    Map<String, String> all = new HashMap<>();
    all.put("frictions.public", "true");
    all.put("whatsapp.templates", "nieuws");
    all.put("whatsapp.nieuws.title", "Nieuws");
    all.put("whatsapp.nieuws.nl-sid", "HX00000000000000000000000000000001");
    all.put("whatsapp.nieuws.nl-text", "U hebt een antwoord van {{1}}. U leest het hier {{2}}");
    all.put("twilio.account-sid", "AC5a4d0000000000000000000000005a4d");
    all.put("twilio.auth-token", "geheim");
    all.put("twilio.from", "+31970000000");
    all.put("twilio.api-url", "http://127.0.0.1:9");
    all.put("voice.on", "true");
    all.put("desk.rings", "true");
    return all;
  }

  Stage() {
    whatsApp = workplace.whatsApp("+31612345670", "Eva", "De huur is te hoog");
    late = ask("laat", "Stoep ligt los", "Ik ben gevallen.", "straat-en-groen");
    workplace.clock.forward(Duration.ofDays(3));
    workplace.tick();
    open = open();
    urgent = ask("water", "Geen kraanwater", "Sinds vanochtend.", "water-en-energie");
    confidential = ask("schuld", "Mijn schulden", "Ik kan het niet betalen.", "schuldhulp");
    left = ask("schuld2", "Brief van de deurwaarder", "Wat moet ik doen?", "schuldhulp");
    closed = closed();
    held = held();
    uncertain = uncertain();
    complaint = ask("klager", "Klacht", "Ik heb een klacht over Jan de Vries.", null);
    revoked = ask("uit", "Een vraag", "Iets.", "parkeren");
    await(workplace.casework.change(revoked.id(), new Revoking("1", "citizen")));
    undelivered();
    maybeSpam();
    askPartner();
    called();
    chafes = chafes("Formulier woonadres eist een huurcontract");
    chafes("Huurcontract geëist op formulier woonadres");
    story = story();
    household = household();
    away();
    Instant ahead = workplace.clock.instant().plus(Duration.ofDays(40));
    await(workplace.departing.mark("gloria.martina", ahead, "thomas.bakker"));
    await(workplace.departing.mark("sanne.vandijk", "kwame.mensah"));
    workplace.index();
  }

  private void maybeSpam() {
    Instant now = workplace.clock.instant();
    Doubtfuls all = Doubtfuls.in(workplace.store);
    List.of(now, now.minusSeconds(60))
        .forEach(
            at ->
                await(
                    all.add(
                        new Doubtful(
                            "spam" + at.toEpochMilli(),
                            "boef@elders.example",
                            "Jan de Vries",
                            "U heeft gewonnen",
                            "Klik hier voor uw prijs.",
                            "x-spam-flag",
                            at,
                            at.equals(now) ? at : null,
                            at.equals(now) ? null : at.plus(Duration.ofDays(14)),
                            null,
                            null,
                            null,
                            Map.of()))));
  }

  private Case ask(String from, String subject, String text, String topic) {
    return workplace.question(from + "@elders.example", "Burger " + from, subject, text, topic);
  }

  /** Of another organisation, about water that was cut off. */
  private void askPartner() {
    Consult.Consent consent =
        new Consult.Consent(
            Consult.Consent.How.SPOKEN, "1", workplace.clock.instant(), urgent.official());
    Address els = new Address(Address.Kind.EMAIL, "els@debrug.example");
    List<String> shared = List.of(urgent.openedBy());
    act(
        urgent,
        new AskingPartner(
            urgent.official(), "De Brug", "Els", els, "Is dit gemeld?", shared, consent));
  }

  String partner() {
    return URI.create(workplace.tokens.partnerLink(urgent.id(), "r1")).getPath();
  }

  private Case open() {
    Case one =
        workplace.mail(
            "lezer@elders.example",
            """
            From: Lies Lezer <lezer@elders.example>
            To: huur@voorbeeldstad.example
            Subject: Schimmel in mijn huurwoning
            Message-ID: <eerste@elders.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain; charset=utf-8

            %s. Wilt u mij terugbellen op 06 12345678?
            --x
            Content-Type: text/html; name="foto.txt"
            Content-Disposition: attachment; filename="foto.txt"

            Zie <script>alert(1)</script>
            --x--
            """
                .formatted(SECRET));
    act(one, new Replying(one.official(), "Ik kom kijken.", "1", one.lastReceived(), Map.of()));
    act(one, new Noting(one.official(), "Eerder ook bij de buren."));
    act(one, new Reassigning("samira.elamrani", one.official(), "handover", ""));
    return workplace.found(one.id());
  }

  private Case closed() {
    Case one = ask("nee", "Mag ik een schuur bouwen?", "In de tuin.", "woning-zoeken");
    String why = "De schuur komt te dicht bij de straat. Zo staat het in het plan voor deze wijk.";
    act(one, Refusing.atOnce(one.official(), why, one.lastReceived()));
    return workplace.found(one.id());
  }

  private Case held() {
    Case one = ask("wacht", "Mag mijn heg hoger?", "Twee meter is te laag.", "huur-en-onderhoud");
    First visit =
        new First.Planned(
            CaseEvent.Talk.VISIT,
            workplace.clock.instant().plus(Duration.ofDays(2)),
            "Kerkstraat 1",
            null);
    String why = "Uw buren houden dan geen licht meer in hun keuken.";
    act(
        one,
        new Deciding(
            one.official(),
            Outcome.REFUSED,
            Refusing.grounds(why),
            visit,
            null,
            one.lastReceived()));
    return workplace.found(one.id());
  }

  /** Somebody names a case that they take no part in. */
  private Case uncertain() {
    return workplace.question(
        "vreemd@elders.example",
        "Vera Vreemd",
        "Over " + open.id(),
        "Ik schrijf hierover.",
        null,
        Map.of("case", open.id()));
  }

  private String chafes(String rule) {
    Report report =
        new Report(
            "samira.elamrani",
            workplace.clock.instant(),
            "wonen",
            rule,
            "Wie in de opvang slaapt kan dit niet geven",
            "Een verklaring ook goed vinden",
            open.id(),
            true);
    return await(workplace.frictionWork.report(report, null, null)).now().id();
  }

  private String story() {
    StoryWork.Told told =
        new StoryWork.Told(
            Story.Went.WELL,
            "Samira El Amrani kwam dezelfde dag kijken.",
            "Zij woont om de hoek",
            Story.Consent.COLLEAGUES,
            false);
    Official samira = workplace.directories.current().official("samira.elamrani").orElseThrow();
    return await(workplace.storyWork.official("story-of-samira", samira, open, told)).now().id();
  }

  private String household() {
    String samira = "samira.elamrani";
    HouseholdWork work = workplace.householdWork;
    await(work.start("family", Household.Kind.HOUSEHOLD, "De Boer", open, "Ans", samira));
    HouseholdWork.Asked asked =
        new HouseholdWork.Asked(
            late.participants().get(0).address(),
            "Bo",
            Household.Role.PARTNER,
            List.of(open.citizen()),
            new Household.Rights(true, true, false),
            false,
            "Balie",
            LocalDate.ofInstant(workplace.clock.instant(), ZoneOffset.UTC));
    await(work.link("family", asked, samira));
    SoFarWork.Subject of = await(workplace.soFarWork.subject(open.citizen()));
    SoFar.Parts parts = new SoFar.Parts("Rust", "", "", "", "Na negen");
    await(workplace.soFarWork.write(of, parts, 0, samira));
    await(workplace.soFarWork.correct(of, "correction", open, "Ans", "Na tien"));
    return "family";
  }

  /** Samira called back in {@link #open}, in vain, and did not put it down yet. */
  private void called() {
    String promise = workplace.found(open.id()).openPromises().get(0).id();
    Instant at = workplace.clock.instant();
    Line own = new Line("CA1", at, at, at, Line.End.COMPLETED, 30);
    Line theirs = new Line("CA2", at, null, at, Line.End.NO_ANSWER, 0);
    MadeCall call =
        new MadeCall(
            promise + "~1",
            1,
            open.id(),
            promise,
            1,
            "samira.elamrani",
            "+31655500101",
            "+31612345678",
            "+31970000000",
            "Anneke de Boer",
            "nl",
            at,
            own,
            theirs,
            at,
            null,
            null,
            null,
            null,
            at,
            null,
            null);
    await(workplace.madeCalls().add(call));
    called = call.id();
  }

  /** Of a call that is to be put down. */
  String calledPath() {
    return "/werk/bellen/lijn/" + called;
  }

  private void undelivered() {
    Case one = ask("weg", "Kapotte lamp", "Voor nummer 12.", "straat-en-groen");
    Undeliverable.acknowledgement(one, workplace.outbox, workplace.casework);
  }

  private void away() {
    await(
        workplace.directories.absent(
            new Absence(
                "anouk.jansen",
                workplace.clock.instant(),
                workplace.clock.instant().plus(Duration.ofDays(9)),
                null,
                "",
                "gloria.martina")));
  }

  private void act(Case one, nl.aanspreekpunt.casework.Act act) {
    await(workplace.casework.change(one.id(), act));
  }

  String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  String follow(Case one) {
    return workplace.followPath(one, "1");
  }

  /** The file that came with {@link #open}. */
  String file() {
    return path(open) + "/bestanden/" + open.openedBy() + "/" + part();
  }

  private int part() {
    return await(workplace.receipts.findAll(List.of(open.openedBy())))
        .get(0)
        .read()
        .attachments()
        .get(0)
        .part();
  }

  @Override
  public void close() {
    workplace.close();
  }
}
