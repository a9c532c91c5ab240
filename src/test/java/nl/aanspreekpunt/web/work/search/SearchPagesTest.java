package nl.aanspreekpunt.web.work.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page for searching, for who may read a case and who may not. */
class SearchPagesTest {
  private static final String SEEK = "/werk/zoeken?q=";
  private static Workplace workplace;
  private static Case mould;
  private static Case debts;
  private static Case complaint;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    mould =
        workplace.question(
            "lies@elders.example", "Lies", "Schimmel", "De muren.", "huur-en-onderhoud");
    debts =
        workplace.question(
            "dirk@elders.example", "Dirk", "Mijn schulden", "Deurwaarder.", "schuldhulp");
    complaint =
        workplace.question(
            "klager@elders.example", "Klaas", "Klacht", "Een klacht over Jan de Vries.", null);
    workplace.index();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Visitor as(String official) {
    return Visitor.loggedIn(workplace, official);
  }

  @Test
  void whoMayReadItSeesItAndNobodyElseDoes() {
    String lead = workplace.directories.current().team(mould.team()).orElseThrow().coordinator();
    for (String one : List.of(mould.official(), lead)) {
      assertThat(as(one).get(SEEK + "muur").body()).contains(mould.id(), "<mark>muren</mark>");
    }
    for (String other : List.of(debts.official(), "marijke.smit")) {
      assertThat(as(other).get(SEEK + "muur").body())
          .doesNotContain(mould.id(), "muren")
          .contains("Niets gevonden");
    }
  }

  @Test
  void ofAConfidentialTopicNotEvenTheSubjectIsShownAndOfAComplaintNothing() {
    assertThat(debts.hidesSubject()).isTrue();
    String glimpse = as(mould.official()).get(SEEK + debts.id()).body();
    assertThat(glimpse).contains("Bij een collega", debts.id()).doesNotContain("Mijn schulden");
    String open = as(debts.official()).get(SEEK + "lies@elders.example").body();
    assertThat(open).contains("Bij een collega", "Schimmel");
    Visitor jan = as("jan.devries");
    for (String words : List.of(complaint.id(), "klager@elders.example", "klaas")) {
      assertThat(jan.get(SEEK + words).body().replace(words, ""))
          .doesNotContain(complaint.id(), "/werk/vragen/");
    }
  }

  @Test
  void aViewOfATeamIsSeenByTheTeamAndChangedByWhoMadeItAlone() {
    Visitor samira = as(mould.official());
    samira.get("/werk/zoeken");
    Visitor.Answer kept =
        samira.post(
            "/werk/zoeken/beelden",
            Map.of("query", "q=muur&wie=ik", "name", "Muren", "shared", "ja"));
    assertThat(kept.status()).isEqualTo(303);
    Matcher id = Pattern.compile("beeld=([\\w-]+)").matcher(kept.location());
    assertThat(id.find()).isTrue();
    String view = "/werk/zoeken/beelden/" + id.group(1);
    String team = workplace.directories.current().official(mould.official()).orElseThrow().team();
    String colleague =
        workplace.directories.current().officials().stream()
            .filter(one -> one.team().equals(team) && !one.id().equals(mould.official()))
            .filter(
                one ->
                    !one.id()
                        .equals(
                            workplace.directories.current().team(team).orElseThrow().coordinator()))
            .findFirst()
            .orElseThrow()
            .id();
    Visitor beside = as(colleague);
    assertThat(beside.get("/werk/zoeken").body()).contains(view, "Muren");
    assertThat(beside.get(view).status()).isEqualTo(303);
    assertThat(beside.post(view, Map.of("act", "delete")).status()).isEqualTo(403);
    Visitor other = as(debts.official());
    assertThat(other.get("/werk/zoeken").body()).doesNotContain(view);
    assertThat(other.get(view).status()).isEqualTo(404);
    assertThat(other.post(view, Map.of("act", "delete")).status()).isEqualTo(404);
    assertThat(samira.post(view, Map.of("act", "delete")).status()).isEqualTo(303);
    assertThat(samira.get(view).status()).isEqualTo(404);
  }

  @Test
  void aViewWithoutANameIsAskedForOne() {
    Visitor samira = as(mould.official());
    samira.get("/werk/zoeken");
    Visitor.Answer answer =
        samira.post("/werk/zoeken/beelden", Map.of("query", "q=muur", "name", " "));
    assertThat(samira.get(answer.location()).body()).contains("Geef de zoekopdracht een naam");
    Visitor.Answer broken =
        samira.post("/werk/zoeken/beelden", Map.of("query", "q=%zz&wie=%E", "name", "Iets"));
    assertThat(samira.get(broken.location()).body()).contains("Er is niets om te bewaren");
  }

  @Test
  void strangeFiltersAreLeftOut() {
    Visitor samira = as(mould.official());
    assertThat(
            samira
                .get("/werk/zoeken?q=muur&staat=x&van=gisteren&na=~~&beeld=../..&weg=%00&fout=q")
                .status())
        .isEqualTo(200);
  }
}
