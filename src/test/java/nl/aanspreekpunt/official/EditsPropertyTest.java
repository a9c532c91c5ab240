package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Whatever is edited: what comes out can be read, says what was asked, and keeps its comments. */
class EditsPropertyTest {
  private static final List<String> PLACES =
      List.of(
          "hours.mon-fri",
          "hours",
          "holidays.closed",
          "norms.default.answer",
          "norms.default",
          "norms.rules",
          "norms.afval.answer",
          "ladder",
          "intake",
          "neighbourhoods.centrum",
          "neighbourhoods.nieuw",
          "teams[wonen].name",
          "teams[wonen].hours",
          "teams[publiekszaken].hours.thu",
          "teams[publiekszaken].ladder",
          "topics[afval].name.nl",
          "topics[afval].name",
          "topics[afval].keywords",
          "topics[afval].addresses",
          "topics[water-en-energie].principle.mandate.nl",
          "topics[water-en-energie].principle.signs",
          "officials[jan.devries].phone",
          "officials[jan.devries].topics",
          "officials[pieter.hoekstra].roles",
          "backing.silence-agrees");

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(PLACES);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().withChars("ab: #'\"\n-[]{},&*!|>%@`0.~\\\t ").ofMaxLength(30),
            Arbitraries.strings().withChars("abc ").ofMinLength(60).ofMaxLength(200),
            Arbitraries.of("no", "true", "08:30", "1e3", "- a", "null", "|", "a: b", "a #b", "😀"));
    Arbitrary<String> keys =
        Arbitraries.strings().withChars("abc.:-# ").ofMinLength(1).ofMaxLength(6);
    Arbitrary<List<String>> lists = texts.filter(one -> !one.isEmpty()).list().ofMaxSize(30);
    Arbitrary<Map<String, String>> maps = Arbitraries.maps(keys, texts).ofMaxSize(5);
    return Arbitraries.oneOf(
        texts.map(one -> one),
        lists.map(one -> one),
        maps.map(one -> one),
        maps.list().ofMaxSize(4).map(one -> one));
  }

  @Property(tries = 400)
  void everyEditIsReadAsItWasMeant(@ForAll("places") String written, @ForAll("values") Object value)
      throws DirectoryRefused {
    String before = Voorbeeldstad.yaml();
    Place place = Place.parse(written);
    assertThat(Place.parse(place.toString())).isEqualTo(place);
    Edit edit = new Edit.Put(place, EditsTest.at(before, written), value);
    String after;
    try {
      after = EditsTest.edited(before, edit);
    } catch (DirectoryRefused refused) {
      assertThat(unprintable(value)).as("refused %s", value).isTrue();
      return;
    }
    Object is = EditsTest.at(after, written);
    assertThat(Values.nothing(value) ? Values.nothing(is) : value.equals(is)).isTrue();
    assertThat(EditsTest.comments(after)).containsAll(EditsTest.comments(before));
    String back = EditsTest.edited(after, new Edit.Put(place, is, EditsTest.at(before, written)));
    assertThat(differences(before, back)).isEmpty();
  }

  /** The demo municipality's directory, as one and another program would lay it out. */
  @Provide
  Arbitrary<String> layouts() throws DirectoryRefused {
    Object values = DirectoryYaml.read("", Voorbeeldstad.yaml()).values();
    return Arbitraries.of(
        Voorbeeldstad.yaml(),
        Voorbeeldstad.yaml().replace("\n", "\r\n"),
        Voorbeeldstad.yaml().stripTrailing(),
        dumped(values, DumperOptions.FlowStyle.FLOW),
        dumped(values, DumperOptions.FlowStyle.BLOCK),
        dumped(values, DumperOptions.FlowStyle.AUTO));
  }

  private static String dumped(Object values, DumperOptions.FlowStyle style) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(style);
    return new Yaml(options).dump(values);
  }

  @Property(tries = 300)
  void severalEditsAtOnceOfAnyLayoutSayWhatTheyWouldOneByOne(
      @ForAll("layouts") String before,
      @ForAll @Size(min = 1, max = 6) List<@From("places") String> places,
      @ForAll @Size(6) List<@From("values") Object> values)
      throws DirectoryRefused {
    List<Edit> edits = new ArrayList<>();
    Object wanted = DirectoryYaml.read("", before).values();
    for (int i = 0; i < places.size(); i++) {
      Place place = Place.parse(places.get(i));
      boolean apart = edits.stream().noneMatch(one -> meet(one.place(), place));
      if (apart && !unprintable(values.get(i))) {
        edits.add(EditsTest.put(places.get(i), EditsTest.at(before, places.get(i)), values.get(i)));
        wanted = Values.after(wanted, edits.get(edits.size() - 1));
      }
    }
    String after = EditsTest.edited(before, edits.toArray(Edit[]::new));
    for (Edit edit : edits) {
      Object is = Values.at(DirectoryYaml.read("", after).values(), edit.place());
      assertThat(Values.same(is, Values.at(wanted, edit.place()))).as("%s", edit).isTrue();
    }
    // A line of a long text may begin with the sign of a comment.
    assertThat(EditsTest.comments(after)).containsAll(EditsTest.comments(before));
  }

  private static boolean meet(Place one, Place other) {
    return one.holds(other) || other.holds(one);
  }

  /** What is empty says as little as what is left out. */
  private static List<DirectoryLine> differences(String before, String after)
      throws DirectoryRefused {
    return Differences.between(DirectoryYaml.read("", before), DirectoryYaml.read("", after))
        .stream()
        .filter(line -> !(line instanceof DirectoryLine.Differs one) || !"".equals(one.was()))
        .toList();
  }

  /** Half a character can be written in no file. */
  private static boolean unprintable(Object value) {
    String text = String.valueOf(value);
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return true;
      }
      i += Character.charCount(point) - 1;
    }
    return false;
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.shuffle(0, 1, 2, 3, 4, 5);
  }

  /** Six people who each saw the same file; whoever comes last, all of it stands. */
  @Property(tries = 50)
  void editsOfDifferentThingsMergeInAnyOrder(@ForAll("orders") List<Integer> order)
      throws DirectoryRefused {
    Map<String, Object> topic = new LinkedHashMap<>();
    topic.put("id", "markt");
    topic.put("name", "Markt");
    topic.put("team", "wonen");
    String start = Voorbeeldstad.yaml();
    List<Edit> edits =
        List.of(
            EditsTest.put("topics[afval].team", "openbare-ruimte", "wonen"),
            EditsTest.put("teams[wonen].offer", null, "PT4H"),
            new Edit.Add(Place.of("topics"), topic),
            EditsTest.put("teams[wonen].name", "Wonen", "Wonen en bouwen"),
            new Edit.Remove(
                Place.parse("topics[parkeren]"), EditsTest.at(start, "topics[parkeren]")),
            EditsTest.put("norms.default.answer", "P2D", "P3D"));
    String yaml = start;
    List<Object> wanted = new ArrayList<>();
    for (int next : order) {
      yaml = EditsTest.edited(yaml, edits.get(next));
    }
    for (Edit edit : edits) {
      wanted.add(Values.at(DirectoryYaml.read("", yaml).values(), edit.place()));
    }
    assertThat(wanted.get(0)).isEqualTo("wonen");
    assertThat(wanted.get(1)).isEqualTo("PT4H");
    assertThat(EditsTest.at(yaml, "topics[markt]")).isEqualTo(topic);
    assertThat(wanted.get(3)).isEqualTo("Wonen en bouwen");
    assertThat(wanted.get(4)).isNull();
    assertThat(wanted.get(5)).isEqualTo("P3D");
    assertThat(EditsTest.comments(yaml)).isEqualTo(EditsTest.comments(start));
  }
}
