package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.web.Offices.Question;
import nl.aanspreekpunt.web.Offices.Reads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who reads what (invariant 11): each office, on every page and in every list and answer of the
 * API, tried over HTTP. The rows say how far the text of an ordinary question, of one about a
 * confidential topic and of a complaint about an official is open to them.
 */
class ReadingTableTest {
  private static Offices offices;

  @BeforeAll
  static void open() {
    offices = new Offices();
  }

  @AfterAll
  static void close() {
    offices.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the responsible official, fatma.yildiz, TEXT, TEXT, EXISTENCE",
    "who acts, ravi.ramdin, TEXT, TEXT, EXISTENCE",
    "who is consulted, gloria.martina, TEXT, TEXT, EXISTENCE",
    "the deputy, sanne.vandijk, TEXT, TEXT, EXISTENCE",
    "the team's coordinator, kwame.mensah, TEXT, TEXT, EXISTENCE",
    "the coordinator of another team, anouk.jansen, SUBJECT, EXISTENCE, EXISTENCE",
    "the team's manager, pieter.hoekstra, SUBJECT, EXISTENCE, EXISTENCE",
    "a clerk, meilin.chen, SUBJECT, EXISTENCE, EXISTENCE",
    "an administrator whom the complaint is about, thomas.bakker, SUBJECT, EXISTENCE, NOTHING",
    "an auditor without a reason who handles complaints, marijke.smit, SUBJECT, EXISTENCE, TEXT",
    "an official of another team, samira.elamrani, SUBJECT, EXISTENCE, EXISTENCE",
    "whom it is offered to by hand, jan.devries, SUBJECT, EXISTENCE, EXISTENCE",
    "who is not logged in, , NOTHING, NOTHING, NOTHING",
  })
  void eachReadsAsFarAsTheirOfficeAndNoFurther(
      String office, String official, Reads ordinary, Reads confidential, Reads complaint) {
    Map<Question, Reads> open = new HashMap<>();
    open.put(offices.ordinary, ordinary);
    open.put(offices.confidential, confidential);
    open.put(offices.complaint, complaint);
    Visitor pages =
        official == null
            ? new Visitor(offices.workplace)
            : Visitor.loggedIn(offices.workplace, official);
    Visitor api = Visitor.withToken(offices.workplace, offices.token(official));

    List<String> told = new ArrayList<>();
    for (String path : offices.everyPath()) {
      String body = (path.startsWith("/api/") ? api : pages).get(path).body();
      open.forEach((one, reads) -> one.beyond(reads, path, body).forEach(told::add));
    }
    assertThat(told).as("what %s is told too much", office).isEmpty();
    open.forEach((question, reads) -> reads(pages, api, question, reads));
  }

  /** What is found at all is found by who reads it: else nothing above was looked for. */
  @Test
  void whoReadsAQuestionFindsItByItsWords() {
    Question one = offices.confidential;
    Visitor sanne = Visitor.loggedIn(offices.workplace, "sanne.vandijk");
    assertThat(sanne.get("/werk/zoeken?q=" + one.word()).says(one.number())).isTrue();
    assertThat(
            sanne.get("/werk/samen?case=" + one.number() + "&to=jan.devries").says(one.subject()))
        .isTrue();
    Visitor marijke = Visitor.loggedIn(offices.workplace, "marijke.smit");
    assertThat(marijke.get("/werk/zoeken?q=" + one.word()).says(one.number())).isFalse();
    assertThat(marijke.get("/werk/cijfers").status()).isEqualTo(200);
    assertThat(sanne.get("/werk/cijfers").status()).isEqualTo(403);
  }

  @Test
  void anAuditorWhoSaysWhyOpensFilesTooAndThatIsOnRecord() {
    Visitor marijke = Visitor.loggedIn(offices.workplace, "marijke.smit");
    Question one = offices.ordinary;
    marijke.get(one.page());
    Visitor.Answer read = marijke.post(one.page() + "/lezen", Map.of("why", "steekproef"));
    assertThat(read.says("action=\"" + one.file() + "\"")).isTrue();
    assertThat(marijke.post(one.file(), Map.of("why", " ")).status()).isEqualTo(404);
    Visitor.Answer file = marijke.post(one.file(), Map.of("why", "de bijlage"));
    assertThat(file.says(one.inFile())).isTrue();
    assertThat(read.says("action=\"" + one.layout() + "\"")).isTrue();
    assertThat(marijke.get(one.layout()).status()).isEqualTo(404);
    assertThat(marijke.post(one.layout(), Map.of("why", "")).status()).isEqualTo(404);
    assertThat(marijke.post(one.layout(), Map.of("why", "de opmaak")).says(one.text())).isTrue();
    assertThat(offices.workplace.found(one.number()).events())
        .anyMatch(
            event -> event instanceof CaseEvent.WasRead on && on.reason().equals("de bijlage"));
  }

  private static void reads(Visitor pages, Visitor api, Question one, Reads reads) {
    boolean text = reads == Reads.TEXT;
    for (Visitor.Answer seen : List.of(pages.get(one.page()), api.get(one.call()))) {
      assertThat(seen.status() == 200).as(one.name()).isEqualTo(reads != Reads.NOTHING);
      assertThat(seen.says(one.text())).as("text of %s", one.name()).isEqualTo(text);
      assertThat(seen.says(one.subject()))
          .as("subject of %s", one.name())
          .isEqualTo(text || reads == Reads.SUBJECT);
    }
    Visitor.Answer file = pages.get(one.file());
    assertThat(file.status() == 200).as("file of %s", one.name()).isEqualTo(text);
    assertThat(file.says(one.inFile())).isEqualTo(text);
    Visitor.Answer layout = pages.get(one.layout());
    assertThat(layout.status() == 200).as("layout of %s", one.name()).isEqualTo(text);
    assertThat(layout.says("<b>" + one.text() + "</b>")).isEqualTo(text);
    Visitor.Answer listed = api.get("/api/v1/cases?citizen=" + one.from());
    boolean named = text || (reads == Reads.SUBJECT && one.equals(offices.ordinary));
    assertThat(listed.says(one.number())).as("whose %s is", one.name()).isEqualTo(named);
  }
}
