package nl.aanspreekpunt.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.aanspreekpunt.Workplace;

/**
 * Every page that the hub shows, with who meets it and how.
 *
 * @param who official id; null for who is not logged in
 * @param path where it is
 * @param then what is done there to come to it; nothing when it shows at once
 */
record EveryPage(
    String name, String who, Function<Stage, String> path, BiConsumer<Page, Stage> then) {
  private static final String SAMIRA = "samira.elamrani";
  private static final String THOMAS = "thomas.bakker";
  private static final String FORMS = "/werk/beheer/gids";
  private static final String TEAM = "/werk/team";
  private static final String LEAVES = TEAM + "/vertrek/";

  static final List<EveryPage> ALL =
      List.of(
          citizen("ask", stage -> "/"),
          citizen("ask-mistakes", stage -> "/", EveryPage::wrongly),
          citizen("received", stage -> "/", EveryPage::asked),
          citizen("received-unknown", stage -> "/ontvangen/" + "0".repeat(64)),
          citizen("follow", stage -> stage.follow(stage.open), (page, stage) -> unfold(page)),
          citizen("follow-urgent", stage -> stage.follow(stage.urgent)),
          citizen("follow-late", stage -> stage.follow(stage.late)),
          citizen("follow-closed", stage -> stage.follow(stage.closed)),
          citizen("follow-acting", stage -> stage.follow(stage.left)),
          citizen(
              "follow-mistakes",
              stage -> stage.follow(stage.open),
              (page, stage) -> send(page, "antwoord")),
          citizen("follow-revoked", stage -> stage.follow(stage.revoked)),
          citizen("mine", stage -> "/mijn-vragen"),
          citizen(
              "mine-mistakes", stage -> "/mijn-vragen", (page, stage) -> send(page, "mijn-vragen")),
          citizen("mine-code", stage -> "/mijn-vragen/code"),
          citizen("details", stage -> stage.follow(stage.open) + "/gegevens"),
          citizen(
              "details-mistakes",
              stage -> stage.follow(stage.open) + "/gegevens",
              (page, stage) -> send(page, "adres")),
          citizen("speak", stage -> "/iemand-spreken"),
          citizen(
              "speak-mistakes",
              stage -> "/iemand-spreken",
              (page, stage) -> send(page, "iemand-spreken")),
          citizen("speak-own", stage -> stage.follow(stage.open) + "/iemand-spreken"),
          citizen("problem-400", stage -> "/kapot/400"),
          citizen("problem-404", stage -> "/bestaat/niet"),
          citizen("problem-405", stage -> "/kapot/405"),
          citizen("problem-413", stage -> "/kapot/413"),
          citizen("problem-429", stage -> "/kapot/429"),
          citizen("problem-500", stage -> "/kapot/500"),
          citizen("problem-503", stage -> "/kapot/503"),
          citizen("login", stage -> "/inloggen"),
          citizen("login-wrong", stage -> "/inloggen", EveryPage::wrongPassword),
          official("password", SAMIRA, stage -> "/wachtwoord"),
          official(
              "password-mistakes",
              SAMIRA,
              stage -> "/wachtwoord",
              (page, stage) -> send(page, "wachtwoord")),
          official("away", SAMIRA, stage -> "/werk/afwezig"),
          official(
              "away-mistakes",
              SAMIRA,
              stage -> "/werk/afwezig",
              (page, stage) -> {
                page.fill("#until", "2020-01-01");
                send(page, "afwezig");
              }),
          official(
              "days-mistakes",
              SAMIRA,
              stage -> "/werk/werkdagen/" + SAMIRA,
              (page, stage) -> {
                page.fill("#odd-mon", "ochtend");
                send(page, SAMIRA);
              }),
          official("today", SAMIRA, stage -> "/werk"),
          official("mine", SAMIRA, stage -> "/werk/mijn-pagina"),
          official("mine-other", "jan.devries", stage -> "/werk/mijn-pagina/van/" + SAMIRA),
          official(
              "mine-mistakes",
              SAMIRA,
              stage -> "/werk/mijn-pagina",
              (page, stage) -> send(page, "foto")),
          official("whatsapp", SAMIRA, stage -> "/werk/vragen/" + stage.whatsApp.id()),
          official("bulk", SAMIRA, stage -> "/werk/samen?to=jan.devries&case=" + stage.open.id()),
          official("bell", SAMIRA, stage -> "/werk/meldingen"),
          official("bulk-nothing", SAMIRA, stage -> "/werk/samen"),
          official(
              "bulk-write",
              SAMIRA,
              stage -> "/werk/samen/antwoord?case=" + stage.open.id(),
              (page, stage) -> send(page, "antwoord")),
          official(
              "bulk-close",
              SAMIRA,
              stage -> "/werk/samen/afsluiten?case=" + stage.open.id(),
              (page, stage) -> unfold(page)),
          official("bulk-topic", SAMIRA, stage -> "/werk/samen/onderwerp?case=" + stage.open.id()),
          official(
              "bulk-shown",
              SAMIRA,
              stage ->
                  "/werk/samen/antwoord?case="
                      + stage.open.id()
                      + "&case="
                      + stage.uncertain.id()
                      + "&case="
                      + stage.closed.id(),
              (page, stage) -> {
                page.fill("#text", "De boom is weg. U hoort over tien dagen van ons.");
                send(page, "antwoord");
              }),
          official(
              "bulk-going",
              SAMIRA,
              stage -> "/werk/samen/notitie?case=" + stage.open.id(),
              (page, stage) -> {
                page.fill("#text", "De boom is weg.");
                send(page, "notitie");
                send(page, "begin");
              }),
          official("today-late", "ravi.ramdin", stage -> "/werk"),
          official("today-acting", "kwame.mensah", stage -> "/werk"),
          official("calls", SAMIRA, stage -> "/werk/bellen", (page, stage) -> unfold(page)),
          official("today-empty", "meilin.chen", stage -> "/werk"),
          official("case", SAMIRA, stage -> stage.path(stage.open)),
          official(
              "case-unfolded",
              SAMIRA,
              stage -> stage.path(stage.urgent),
              (page, stage) -> unfold(page)),
          official("case-preview", SAMIRA, stage -> stage.path(stage.open), EveryPage::previewed),
          official(
              "case-mistakes", SAMIRA, stage -> stage.path(stage.open), EveryPage::closeAtOnce),
          official(
              "talk",
              SAMIRA,
              stage -> stage.path(stage.open) + "/afspraak",
              (page, stage) -> unfold(page)),
          official(
              "talk-mistakes",
              SAMIRA,
              stage -> stage.path(stage.open) + "/afspraak",
              (page, stage) -> {
                unfold(page);
                send(page, "gesproken");
              }),
          official("case-held", SAMIRA, stage -> stage.path(stage.held)),
          official("standard-texts", SAMIRA, stage -> "/werk/teksten"),
          official(
              "standard-text-mistakes",
              SAMIRA,
              stage -> "/werk/teksten/nieuw",
              (page, stage) -> send(page, "nieuw")),
          official(
              "decide-mistakes",
              SAMIRA,
              stage -> stage.path(stage.open) + "/beslissen/nee",
              (page, stage) -> send(page, "bewaar")),
          official(
              "decide-elsewhere", SAMIRA, stage -> stage.path(stage.open) + "/beslissen/elders"),
          official("case-closed", SAMIRA, stage -> stage.path(stage.closed)),
          official("case-uncertain", SAMIRA, stage -> stage.path(stage.uncertain)),
          official("case-coordinator", "jan.devries", stage -> stage.path(stage.open)),
          official("glimpse", "ravi.ramdin", stage -> stage.path(stage.open)),
          official("glimpse-confidential", "ravi.ramdin", stage -> stage.path(stage.confidential)),
          official("audit", "marijke.smit", stage -> stage.path(stage.open)),
          official(
              "audit-mistake",
              "marijke.smit",
              stage -> stage.path(stage.open),
              (page, stage) -> send(page, "lezen")),
          official("audit-read", "marijke.smit", stage -> stage.path(stage.open), EveryPage::audit),
          official("complaint-barred", "jan.devries", stage -> stage.path(stage.complaint)),
          official("team", "jan.devries", stage -> TEAM),
          official("team-list", "jan.devries", stage -> TEAM + "/lijst/open"),
          official("figures", "jan.devries", stage -> "/werk/cijfers"),
          official("team-late", "gloria.martina", stage -> TEAM, (page, stage) -> unfold(page)),
          official("team-left", "kwame.mensah", stage -> TEAM),
          official("team-all", THOMAS, stage -> TEAM),
          official("team-mistakes", "jan.devries", stage -> TEAM, EveryPage::backYesterday),
          official("placing", SAMIRA, stage -> stage.path(stage.uncertain) + "/plaats"),
          official(
              "placing-mistakes",
              SAMIRA,
              stage -> stage.path(stage.open) + "/plaats",
              (page, stage) -> page.click("button[value=split]")),
          official(
              "different-citizens",
              SAMIRA,
              stage -> stage.path(stage.uncertain) + "/plaats",
              (page, stage) -> send(page, "plaats")),
          official("consult", SAMIRA, stage -> stage.path(stage.open) + "/ruggespraak"),
          official(
              "consult-mistakes",
              SAMIRA,
              stage -> stage.path(stage.open) + "/ruggespraak",
              (page, stage) -> send(page, "ruggespraak/vragen")),
          citizen("partner", Stage::partner),
          citizen("partner-mistakes", Stage::partner, (page, stage) -> send(page, "antwoord")),
          official("table", SAMIRA, stage -> stage.path(stage.open) + "/tafel"),
          official(
              "table-mistakes",
              SAMIRA,
              stage -> stage.path(stage.open) + "/tafel",
              (page, stage) -> send(page, "tafel/opzetten")),
          official("worklist", "jan.devries", stage -> "/werk/onzeker"),
          official("search", SAMIRA, stage -> "/werk/zoeken?q=schimmel&wie=ik"),
          official("search-nothing", "meilin.chen", stage -> "/werk/zoeken?q=niets&staat=open"),
          official("maybe-spam", THOMAS, stage -> "/werk/misschien-spam"),
          official("worklist-nothing", "meilin.chen", stage -> "/werk/onzeker"),
          official("soon", "jan.devries", stage -> TEAM + "/vandaag"),
          official("soon-nothing", "anouk.jansen", stage -> TEAM + "/vandaag"),
          official("departure", THOMAS, stage -> LEAVES + SAMIRA),
          official("departure-marked", "kwame.mensah", stage -> LEAVES + "sanne.vandijk"),
          official("departure-nothing", THOMAS, stage -> LEAVES + "pieter.hoekstra"),
          official("leaving", "gloria.martina", stage -> "/werk/vertrek"),
          official("desk", "meilin.chen", stage -> "/werk/nieuw"),
          official(
              "desk-mistakes",
              "meilin.chen",
              stage -> "/werk/nieuw",
              (page, stage) -> send(page, "nieuw")),
          official("calling", SAMIRA, Stage::calledPath),
          official("desk-became", "meilin.chen", stage -> "/werk/nieuw/vandaag"),
          official("desk-taken", "meilin.chen", stage -> "/werk/nieuw", EveryPage::taken),
          official(
              "desk-paper",
              "meilin.chen",
              stage -> "/werk/nieuw",
              (page, stage) -> {
                taken(page, stage);
                page.click("#bewijs");
                page.waitForURL("**/bewijs");
              }),
          official("frictions", SAMIRA, stage -> "/werk/knelpunten"),
          official("friction", SAMIRA, stage -> "/werk/knelpunten/" + stage.chafes),
          official(
              "friction-answers", "pieter.hoekstra", stage -> "/werk/knelpunten/" + stage.chafes),
          official(
              "friction-report",
              SAMIRA,
              stage -> "/werk/knelpunten/nieuw?vraag=" + stage.open.id()),
          official(
              "friction-report-mistakes",
              SAMIRA,
              stage -> "/werk/knelpunten/nieuw",
              (page, stage) -> send(page, "nieuw")),
          citizen("changed", stage -> "/knelpunten"),
          official("council", "jan.devries", stage -> "/werk/raad/2026-Q4"),
          official("stories", "jan.devries", stage -> "/werk/verhalen"),
          official("story-checks", "jan.devries", stage -> "/werk/verhalen/" + stage.story),
          official("story-own", SAMIRA, stage -> "/werk/verhalen/" + stage.story),
          official("story-tell", SAMIRA, stage -> "/werk/verhalen/nieuw?vraag=" + stage.open.id()),
          citizen("telling", stage -> stage.follow(stage.closed) + "/verhaal"),
          citizen(
              "telling-mistakes",
              stage -> stage.follow(stage.closed) + "/verhaal",
              (page, stage) -> send(page, "verhaal")),
          official("household-start", SAMIRA, stage -> stage.path(stage.open) + "/samen"),
          official("household", SAMIRA, stage -> "/werk/huishoudens/" + stage.household),
          official(
              "household-course",
              SAMIRA,
              stage -> "/werk/huishoudens/" + stage.household + "/verloop"),
          official(
              "household-story",
              SAMIRA,
              stage -> "/werk/huishoudens/" + stage.household + "/verhaal"),
          official(
              "household-mistakes",
              SAMIRA,
              stage -> "/werk/huishoudens/" + stage.household,
              (page, stage) -> {
                page.locator("main summary").first().click();
                send(page, "erbij");
              }),
          official("so-far", SAMIRA, stage -> stage.path(stage.open) + "/tot-nu-toe"),
          citizen("so-far-citizen", stage -> stage.follow(stage.open) + "/tot-nu-toe"),
          citizen(
              "together-shared", stage -> stage.follow(stage.late) + "/samen/" + stage.open.id()),
          official("distribute", THOMAS, stage -> TEAM + "/verdelen?whose=team:wonen"),
          official("learned", THOMAS, stage -> "/werk/geleerd"),
          official("pins", "jan.devries", stage -> TEAM + "/regels"),
          official(
              "pins-mistakes",
              "jan.devries",
              stage -> TEAM + "/regels",
              (page, stage) -> send(page, "regels")),
          official("complete", THOMAS, stage -> TEAM + "/aanvullen"),
          official("norms", THOMAS, stage -> "/werk/normen"),
          official("backing", SAMIRA, stage -> stage.path(stage.urgent) + "/rugdekking"),
          official(
              "backing-mistakes",
              SAMIRA,
              stage -> stage.path(stage.urgent) + "/rugdekking",
              (page, stage) -> send(page, "rugdekking")),
          official("contact", THOMAS, stage -> stage.path(stage.urgent) + "/contactafspraak"),
          official(
              "contact-mistakes",
              "jan.devries",
              stage -> stage.path(stage.urgent) + "/contactafspraak",
              (page, stage) -> send(page, "contactafspraak/afspraak")),
          official("principles", THOMAS, stage -> "/werk/uitgangspunten"),
          official("principle", SAMIRA, stage -> stage.path(stage.urgent) + "/uitgangspunt"),
          official(
              "principle-mistakes",
              SAMIRA,
              stage -> stage.path(stage.urgent) + "/uitgangspunt",
              (page, stage) -> send(page, "uitgangspunt")),
          official("trail", "marijke.smit", stage -> "/werk/beheer/spoor?nagaan=ja"),
          official("trail-mistake", THOMAS, stage -> "/werk/beheer/spoor?van=2001-01-01"),
          official("setup", THOMAS, stage -> "/werk/beheer"),
          official("letter-texts", THOMAS, stage -> "/werk/beheer/teksten"),
          official("letter-texts-group", THOMAS, stage -> "/werk/beheer/teksten?groep=CLOSED"),
          official(
              "letter-text",
              THOMAS,
              stage -> "/werk/beheer/teksten/tekst/who",
              (page, stage) -> unfold(page)),
          official(
              "letter-text-mistakes",
              THOMAS,
              stage -> "/werk/beheer/teksten/tekst/sms.promise.ANSWER",
              (page, stage) -> {
                page.fill("#dutch", "Snel, {termijn}.");
                page.click("#bewaar");
              }),
          official("starters", THOMAS, stage -> "/werk/beheer/teksten/standaard"),
          official("channels", THOMAS, stage -> "/werk/beheer/kanalen"),
          official(
              "channels-mistakes",
              THOMAS,
              stage -> "/werk/beheer/kanalen",
              (page, stage) -> send(page, "proef")),
          official("channel-problems", THOMAS, stage -> "/werk/beheer/problemen"),
          official("directory", THOMAS, stage -> "/werk/gids"),
          official("directory-changed", THOMAS, stage -> "/werk/gids", EveryPage::changed),
          official("directory-wrong", THOMAS, stage -> "/werk/gids", EveryPage::wrongFile),
          official("officials", THOMAS, stage -> "/werk/gids/mensen", EveryPage::table),
          official("forms", THOMAS, stage -> FORMS),
          official("forms-list", THOMAS, stage -> FORMS + "/ambtenaren"),
          official("forms-official", THOMAS, stage -> FORMS + "/ambtenaar/jan.devries"),
          official(
              "forms-mistakes",
              THOMAS,
              stage -> FORMS + "/teams/nieuw",
              (page, stage) -> page.click("main button[value=see]")),
          official("forms-would", THOMAS, stage -> FORMS + "/onderwerp/afval", EveryPage::would),
          official("forms-removal", THOMAS, stage -> FORMS + "/wijk/centrum/weg"),
          official("forms-norms", THOMAS, stage -> FORMS + "/norm/default"),
          official("forms-rules", THOMAS, stage -> FORMS + "/normregels"),
          official("forms-ladder", THOMAS, stage -> FORMS + "/ladder/_alle"),
          official("forms-duty", THOMAS, stage -> FORMS + "/intakedienst"),
          official("forms-principle", THOMAS, stage -> FORMS + "/uitgangspunt/water-en-energie"),
          official("forms-calendar", THOMAS, stage -> FORMS + "/kalender", EveryPage::closes),
          official("forms-version", THOMAS, stage -> FORMS + "/versies/1"),
          official("not-allowed", SAMIRA, stage -> TEAM));

  private static EveryPage citizen(String name, Function<Stage, String> path) {
    return citizen(name, path, (page, stage) -> {});
  }

  private static EveryPage citizen(
      String name, Function<Stage, String> path, BiConsumer<Page, Stage> then) {
    return new EveryPage(name, null, path, then);
  }

  private static EveryPage official(String name, String who, Function<Stage, String> path) {
    return official(name, who, path, (page, stage) -> {});
  }

  private static EveryPage official(
      String name, String who, Function<Stage, String> path, BiConsumer<Page, Stage> then) {
    return new EveryPage(name, who, path, then);
  }

  /** Opens it in a browser in which its reader is logged in. */
  void open(Page page, Stage stage) {
    page.navigate(stage.workplace.url(path.apply(stage)));
    then.accept(page, stage);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  private static void send(Page page, String form) {
    page.locator("form[action$='/" + form + "'] button:not([type=button])").first().click();
    page.waitForLoadState();
  }

  private static void wrongly(Page page, Stage stage) {
    page.fill("#email", "geen adres");
    page.selectOption("#topic", "klacht");
    page.check("#callback");
    sendQuestion(page, stage);
  }

  private static void asked(Page page, Stage stage) {
    page.evaluate("sessionStorage.clear()");
    page.reload();
    page.fill("#text", "Wij zitten zonder kraanwater");
    page.fill("#email", "vraag@elders.example");
    page.selectOption("#topic", "water-en-energie");
    sendQuestion(page, stage);
    page.waitForURL("**/ontvangen/*");
  }

  /** Nobody types a question in less than two seconds. */
  private static void sendQuestion(Page page, Stage stage) {
    stage.workplace.clock.forward(Duration.ofSeconds(5));
    send(page, "vraag");
  }

  private static void wrongPassword(Page page, Stage stage) {
    page.fill("#email", "iemand@elders.example");
    page.fill("#password", "geraden wachtwoord");
    send(page, "inloggen");
  }

  private static void previewed(Page page, Stage stage) {
    page.fill("#text", "U bent aan de beurt.");
    page.click("#bekijk");
    page.waitForSelector("#brief");
  }

  private static void closeAtOnce(Page page, Stage stage) {
    page.click("#sluiten");
    send(page, "sluiten");
  }

  private static void audit(Page page, Stage stage) {
    page.fill("#why", "Steekproef van deze maand");
    send(page, "lezen");
  }

  private static void backYesterday(Page page, Stage stage) {
    page.locator("#lid-samira\\.elamrani summary").click();
    page.fill("#until-samira\\.elamrani", "2026-01-01");
    page.locator("#lid-samira\\.elamrani form button").click();
    page.waitForLoadState();
  }

  private static void taken(Page page, Stage stage) {
    page.fill("#text", "De lantaarnpaal in mijn straat is stuk");
    page.fill("#phone", "06 12345671");
    send(page, "nieuw");
    page.waitForURL("**/werk/nieuw/*");
  }

  private static void changed(Page page, Stage stage) {
    with(page, stage, Workplace.oneForEachTopic().replace("adviseur wonen", "adviseur woningen"));
  }

  private static void wrongFile(Page page, Stage stage) {
    with(page, stage, Workplace.oneForEachTopic().replace("team: wonen", "team: woning"));
  }

  private static void would(Page page, Stage stage) {
    page.selectOption("#team", "wonen");
    page.click("main button[value=see]");
    page.waitForSelector("button[value=apply]");
  }

  private static void closes(Page page, Stage stage) {
    page.fill("#closed", "24 december 2026");
    page.press("#closed", "Tab");
    page.click("main button[value=see]:not(.first-act)");
    page.waitForSelector("button[value=apply]");
  }

  private static void table(Page page, Stage stage) {
    byte[] table = "id;capacity\r\nravi.ramdin;34\r\n".getBytes(StandardCharsets.UTF_8);
    page.setInputFiles("#table", new FilePayload("tabel.csv", "text/csv", table));
    page.click("form[enctype] button");
    page.waitForSelector("#seen");
  }

  private static void with(Page page, Stage stage, String file) {
    try {
      Files.writeString(stage.workplace.guide, file);
      page.reload();
      Files.writeString(stage.workplace.guide, Workplace.oneForEachTopic());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
