package nl.aanspreekpunt.web.work.setup.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.work.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the file is written in a form, and read from it as it was. */
class CodecTest {
  private static final Codec DUTCH = new Hours("nl");

  @Test
  void hoursAreInTheReadersLanguageAndReadInBoth() {
    Map<String, String> days = new LinkedHashMap<>();
    days.put("mon-thu", "08:30-12:00, 13:00-17:00");
    days.put("even fri", "08:30-12:30");
    String shown = DUTCH.shown(days);
    assertThat(shown).isEqualTo("ma-do 08:30-12:00, 13:00-17:00\neven vr 08:30-12:30");
    assertThat(DUTCH.value(shown, null)).isEqualTo(days);
    assertThat(new Hours("en").value(new Hours("en").shown(days), null)).isEqualTo(days);
    assertThat(DUTCH.value("Ma - do: 08:30-17:00\n\nONEVEN vr 9:00-12:00", null))
        .isEqualTo(Map.of("mon - thu", "08:30-17:00", "odd fri", "9:00-12:00"));
    Map<String, String> closed = new LinkedHashMap<>();
    closed.put("mon-fri", "08:30-17:00");
    closed.put("wed", "closed");
    assertThat(DUTCH.shown(closed)).isEqualTo("ma-vr 08:30-17:00\nwo gesloten");
    assertThat(DUTCH.value(DUTCH.shown(closed), null)).isEqualTo(closed);
    assertThat(DUTCH.value("ma-vr 08:30-17:00\nWo: Dicht", null)).isEqualTo(closed);
    assertThat(new Hours("en").value(new Hours("en").shown(closed), null)).isEqualTo(closed);
    assertThat(DUTCH.value("altijd", null)).isEqualTo("always");
    assertThat(DUTCH.shown("always")).isEqualTo("altijd");
    assertThat(DUTCH.value("", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hele dag", "ma", "ma 08:30-17:00\nma 09:00-12:00", "ma-vr: x", "08:30"})
  void hoursThatCannotBeReadAreAMistake(String typed) {
    assertThatThrownBy(() -> DUTCH.value(typed, null)).hasMessage("gids.mistake.HOURS");
  }

  @Test
  void wordsStandOnLinesEachOnceAndMayHaveCommas() {
    assertThat(Codec.WORDS.value(" afval\r\ngrof vuil \n\nafval\n", null))
        .isEqualTo(List.of("afval", "grof vuil"));
    assertThat(Codec.WORDS.value(" \n", null)).isNull();
    List<String> words = List.of("zak, vol", "glas; papier", "glas");
    assertThat(Codec.WORDS.value(Codec.WORDS.shown(words) + "\nblik, oud", null))
        .isEqualTo(List.of("zak, vol", "glas; papier", "glas", "blik, oud"));
    assertThat(Codec.WORDS.said(words)).isEqualTo("\"zak, vol\", glas; papier, glas");
  }

  @Test
  void whatWasChosenBeforeKeepsItsOrder() {
    assertThat(Codec.SEVERAL.value("a\nb\nc", List.of("c", "x", "a")))
        .isEqualTo(List.of("c", "a", "b"));
  }

  @Test
  void aFieldLeftAsItWasIsNoEditWhateverItsValue() {
    Place place = Place.of("topics", "afval", "formal");
    Map<String, String> filled = new LinkedHashMap<>();
    Field.flag("formal", place).fill("false", filled);
    assertThat(Field.flag("formal", place).edit(new Form(filled))).isNull();
    Field several = Field.several("topics", place, List.of());
    several.fill(List.of("b", "a"), filled);
    assertThat(several.edit(new Form(filled))).isNull();
    filled.remove("topics.b");
    assertThat(several.edit(new Form(filled)))
        .isEqualTo(new Edit.Put(place, List.of("b", "a"), List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nonsense", "[1,", "\u0000", "12e999999"})
  void whatSomebodySendsAsSeenIsNeverTrusted(String seen) {
    Field name = Field.line("name", Place.of("hours"));
    Edit edit = name.edit(new Form(Map.of("was.name", seen, "name", "x")));
    assertThat(edit.place()).isEqualTo(Place.of("hours"));
  }
}
