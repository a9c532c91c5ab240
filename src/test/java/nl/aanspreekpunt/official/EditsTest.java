package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Things in the directory's file change in its text; everything else in it stays as it is. */
class EditsTest {
  private static final String DEMO = Voorbeeldstad.yaml();

  @Test
  void oneWordChangesOneLine() throws DirectoryRefused {
    String after = edited(DEMO, put("topics[afval].team", "openbare-ruimte", "wonen"));
    assertThat(difference(DEMO, after))
        .containsExactly("-    team: openbare-ruimte", "+    team: wonen");
    assertThat(at(after, "topics[afval].team")).isEqualTo("wonen");
    assertThat(at(after, "topics[parkeren].team")).isEqualTo("openbare-ruimte");
  }

  @Test
  void whatWasInQuotesStaysInQuotes() throws DirectoryRefused {
    String phone =
        edited(DEMO, put("officials[jan.devries].phone", "+31 6 5550 0102", "+31 6 5550 0199"));
    assertThat(difference(DEMO, phone))
        .containsExactly("-    phone: \"+31 6 5550 0102\"", "+    phone: \"+31 6 5550 0199\"");
    String norm = edited(DEMO, put("norms.default.answer", "P2D", "P3D"));
    assertThat(norm).contains("  default: { answer: P3D, callback: P1D,");
  }

  @Test
  void aNewKeyStandsAtTheEndOfItsEntry() throws DirectoryRefused {
    String after = edited(DEMO, put("teams[wonen].offer", null, "PT4H"));
    assertThat(difference(DEMO, after)).containsExactly("+    offer: PT4H");
    assertThat(after).contains("    manager: pieter.hoekstra\n    offer: PT4H\n  - id: werk-en-");
    assertThat(edited(after, new Edit.Remove(Place.parse("teams[wonen].offer"), "PT4H")))
        .isEqualTo(DEMO);
  }

  @Test
  void aKeyWithinBracketsIsAddedAndTakenOutThere() throws DirectoryRefused {
    String after = edited(DEMO, put("norms.schuldhulp.answer", null, "P1D"));
    assertThat(after).contains("  schuldhulp: { callback: PT4H, answer: P1D }\n");
    assertThat(edited(after, put("norms.schuldhulp.answer", "P1D", null))).isEqualTo(DEMO);
    String first = edited(after, put("norms.schuldhulp.callback", "PT4H", ""));
    assertThat(first).contains("  schuldhulp: { answer: P1D }\n");
  }

  @Test
  void theMapsAroundANewKeyAreMadeWhenTheyAreNotThere() throws DirectoryRefused {
    String after = edited(DEMO, put("norms.afval.answer", null, "P5D"));
    assertThat(at(after, "norms.afval.answer")).isEqualTo("P5D");
    String backing = edited(DEMO, put("backing.silence-agrees", null, "true"));
    assertThat(at(backing, "backing.silence-agrees")).isEqualTo("true");
    assertThat(backing).startsWith(DEMO);
  }

  @Test
  void aWordIsAddedToAListWithoutLayingItOutAgain() throws DirectoryRefused {
    List<String> words = texts(DEMO, "topics[afval].keywords");
    List<String> more = new ArrayList<>(words);
    more.add("matras");
    String after = edited(DEMO, put("topics[afval].keywords", words, more));
    assertThat(difference(DEMO, after))
        .containsExactly(
            "-       vuilniszakken, prullenbak, milieustraat, ratten, waste, garbage, rubbish,"
                + " trash, bin, rats]",
            "+       vuilniszakken, prullenbak, milieustraat, ratten, waste, garbage, rubbish,"
                + " trash, bin, rats,",
            "+       matras]");
    List<String> fewer = new ArrayList<>(words);
    fewer.remove("grof vuil");
    assertThat(difference(DEMO, edited(DEMO, put("topics[afval].keywords", words, fewer))))
        .hasSize(2);
    assertThat(texts(after, "topics[afval].keywords")).isEqualTo(more);
  }

  @Test
  void anEntryIsAddedAtTheEndOfItsListAndTakenOutWhole() throws DirectoryRefused {
    Map<String, Object> topic = new LinkedHashMap<>();
    topic.put("id", "evenementen");
    topic.put("name", Map.of("nl", "Evenementen"));
    topic.put("team", "publiekszaken");
    topic.put("keywords", List.of("evenement", "markt: de grote", "no"));
    String after = edited(DEMO, new Edit.Add(Place.of("topics"), topic));
    assertThat(difference(DEMO, after))
        .containsExactly(
            "+  - id: evenementen",
            "+    name: { nl: Evenementen }",
            "+    team: publiekszaken",
            "+    keywords: [evenement, \"markt: de grote\", \"no\"]");
    assertThat(edited(after, new Edit.Remove(Place.parse("topics[evenementen]"), topic)))
        .isEqualTo(DEMO);
  }

  @Test
  void aTopicThatGoesLeavesTheCommentsAroundIt() throws DirectoryRefused {
    Object topic = at(DEMO, "topics[burgerzaken]");
    String after =
        edited(
            DEMO,
            new Edit.Remove(Place.parse("topics[burgerzaken]"), topic),
            new Edit.Add(Place.of("moved"), Map.of("topic", "burgerzaken", "to", "parkeren")));
    assertThat(comments(after)).isEqualTo(comments(DEMO));
    assertThat(at(after, "topics[burgerzaken]")).isNull();
    assertThat(at(after, "moved"))
        .isEqualTo(List.of(Map.of("topic", "burgerzaken", "to", "parkeren")));
  }

  @Test
  void aStepOfTheLadderChangesOnItsOwnLine() throws DirectoryRefused {
    List<Object> ladder = new ArrayList<>((List<?>) at(DEMO, "ladder"));
    List<Object> later = new ArrayList<>(ladder);
    later.set(2, Map.of("at", "+P1D", "to", "coordinator", "does", "require-reassignment"));
    assertThat(difference(DEMO, edited(DEMO, put("ladder", ladder, later))))
        .containsExactly(
            "-  - { at: \"+PT4H\", to: coordinator, does: require-reassignment }",
            "+  - { at: \"+P1D\", to: coordinator, does: require-reassignment }");
    List<Object> shorter = new ArrayList<>(ladder);
    shorter.remove(0);
    shorter.remove(3);
    assertThat(at(edited(DEMO, put("ladder", ladder, shorter)), "ladder")).isEqualTo(shorter);
  }

  @Test
  void aLongTextIsWrappedBelowItsKeyAsItWas() throws DirectoryRefused {
    String place = "topics[water-en-energie].principle.mandate.nl";
    String was = (String) at(DEMO, place);
    String after =
        edited(DEMO, put(place, was, was.replace("eerste maand", "eerste twee maanden")));
    assertThat(at(after, place)).asString().contains("eerste twee maanden");
    assertThat(after.lines().mapToInt(String::length).max().orElse(0)).isLessThan(112);
    assertThat(after).contains("        nl: >-\n          U mag het waterbedrijf");
  }

  @Test
  void hoursComeAndGo() throws DirectoryRefused {
    Map<String, Object> hours = new LinkedHashMap<>();
    hours.put("mon-thu", "08:30-17:00");
    hours.put("even fri", "08:30-12:30");
    String after = edited(DEMO, put("officials[ravi.ramdin].hours", null, hours));
    assertThat(at(after, "officials[ravi.ramdin].hours")).isEqualTo(hours);
    assertThat(edited(after, put("officials[ravi.ramdin].hours", hours, Map.of()))).isEqualTo(DEMO);
  }

  @Test
  void aFileAsOtherSystemsWriteItIsEditedToo() throws DirectoryRefused {
    String windows = DEMO.replace("\n", "\r\n");
    String after = edited(windows, put("teams[wonen].offer", null, "PT4H"));
    assertThat(after)
        .isEqualTo(edited(DEMO, put("teams[wonen].offer", null, "PT4H")).replace("\n", "\r\n"));
    String json = "{\"teams\": [{\"id\": \"a\", \"name\": \"A\"}], \"norms\": {}}";
    assertThat(
            edited(json, put("teams[a].name", "A", "B"), put("norms.default.answer", null, "P1D")))
        .isEqualTo(
            "{\"teams\": [{\"id\": \"a\", \"name\": \"B\"}], \"norms\": { default: { answer: P1D } }}");
    String faces = "# 😀😀\nteams:\n  - id: a\n    name: \"😀\" # 😀\n    manager: x";
    assertThat(edited(faces, put("teams[a].manager", "x", "z"), put("teams[a].offer", null, "P1D")))
        .isEqualTo(
            "# 😀😀\nteams:\n  - id: a\n    name: \"😀\" # 😀\n    manager: z\n    offer: P1D");
  }

  @Test
  void aThousandPeopleGoToAnotherTeamAtOnceEachOnTheirOwnLine() throws DirectoryRefused {
    StringBuilder large = new StringBuilder("officials: # all\n");
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      large.append("  # number ").append(i).append("\n  - id: p").append(i);
      large.append("\n    team: wonen # since 2020\n    topics: [afval, parkeren]\n");
      edits.add(put("officials[p" + i + "].team", "wonen", "zorg"));
      edits.add(put("officials[p" + i + "].phone", null, "+31 6 5550 0199"));
    }
    edits.add(new Edit.Remove(Place.of("officials", "p7"), at(large.toString(), "officials[p7]")));
    edits.remove(14);
    edits.remove(14);
    edits.add(new Edit.Add(Place.of("officials"), Map.of("id", "new")));
    String after = edited(large.toString(), edits.toArray(Edit[]::new));
    assertThat(after.lines().filter("    team: zorg # since 2020"::equals)).hasSize(999);
    assertThat(after.lines().filter("    phone: \"+31 6 5550 0199\""::equals)).hasSize(999);
    assertThat(comments(after)).isEqualTo(comments(large.toString()));
    assertThat(after).doesNotContain("p7\n").endsWith("  - id: new\n");
  }

  @Test
  void whatIsWrittenOnceForMoreThingsIsNotSpoilt() {
    String shared = "a: &one { x: y }\nb: *one\n";
    assertThatThrownBy(() -> edited(shared, put("b.x", "y", "z")))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining("b.x: is written in a way that only whoever wrote it can change");
  }

  /** Whoever waits for the directory waits for this. */
  @Test
  void whatIsSharedInALargeFileIsRefusedAtOnce() {
    StringBuilder file = new StringBuilder("shared: &one { x: y }\nb: *one\nall:\n");
    for (int i = 0; i < 20_000; i++) {
      file.append("  - { id: entry").append(i).append(", name: Name }\n");
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> edited(file.toString(), put("b.x", "y", "z")))
                .isInstanceOf(DirectoryRefused.class)
                .hasMessageContaining("b.x: is written in a way"));
  }

  @Test
  void besideWhatIsSharedAllElseChanges() throws DirectoryRefused {
    String shared = "a: &one { x: y }\nb: *one\nc: { x: y }\n";
    assertThat(
            edited(shared, put("c.x", "y", "z"), new Edit.Remove(Place.of("b"), Map.of("x", "y"))))
        .isEqualTo("a: &one { x: y }\nc: { x: z }\n");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsShownAndNotOverwritten() throws DirectoryRefused {
    String other = edited(DEMO, put("topics[afval].team", "openbare-ruimte", "wonen"));
    DirectoryRefused refused =
        catchThrowableOfType(
            DirectoryRefused.class,
            () ->
                edited(
                    other,
                    put("topics[afval].team", "openbare-ruimte", "publiekszaken"),
                    put("topics[afval].name.nl", "Afval", "Vuilnis")));
    assertThat(refused.clashes())
        .containsExactly(new Clash(Place.parse("topics[afval].team"), "openbare-ruimte", "wonen"));
  }

  @Test
  void differentThingsMergeAndTheSameThingTwiceIsOnce() throws DirectoryRefused {
    Edit team = put("topics[afval].team", "openbare-ruimte", "wonen");
    Edit name = put("topics[afval].name.nl", "Afval", "Vuilnis");
    assertThat(edited(edited(DEMO, team), name)).isEqualTo(edited(edited(DEMO, name), team));
    assertThat(edited(edited(DEMO, team), team)).isEqualTo(edited(DEMO, team));
  }

  @Test
  void anEntryThatIsGoneMeanwhileIsAClash() throws DirectoryRefused {
    String gone =
        edited(DEMO, new Edit.Remove(Place.parse("topics[afval]"), at(DEMO, "topics[afval]")));
    assertThat(clash(gone, put("topics[afval].team", "openbare-ruimte", "wonen")).is()).isNull();
    assertThat(clash(gone, put("topics[afval].formal", null, "true")).is()).isNull();
    assertThat(clash(DEMO, new Edit.Add(Place.of("topics"), Map.of("id", "afval"))).place())
        .isEqualTo(Place.parse("topics[afval]"));
  }

  private static Clash clash(String yaml, Edit edit) {
    return catchThrowableOfType(DirectoryRefused.class, () -> edited(yaml, edit)).clashes().get(0);
  }

  static Edit put(String place, Object was, Object becomes) {
    return new Edit.Put(Place.parse(place), was, becomes);
  }

  static String edited(String yaml, Edit... edits) throws DirectoryRefused {
    return Edits.applied("directory.yaml", yaml, Arrays.asList(edits));
  }

  static Object at(String yaml, String place) throws DirectoryRefused {
    return Values.at(DirectoryYaml.read("directory.yaml", yaml).values(), Place.parse(place));
  }

  private static List<String> texts(String yaml, String place) throws DirectoryRefused {
    return ((List<?>) at(yaml, place)).stream().map(String.class::cast).toList();
  }

  static List<String> comments(String yaml) {
    return yaml.lines().filter(line -> line.strip().startsWith("#")).toList();
  }

  /** Lines that go and come, where two texts differ: without what is the same before and after. */
  private static List<String> difference(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int least = Math.min(old.size(), now.size());
    int start = 0;
    while (start < least && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    List<String> lines = new ArrayList<>();
    old.subList(start, old.size() - end).forEach(line -> lines.add("-" + line));
    now.subList(start, now.size() - end).forEach(line -> lines.add("+" + line));
    return lines;
  }
}
