package nl.aanspreekpunt.web.work.setup.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.web.work.Form;

/** Whatever the file can say, a form shows in words and gives back. */
class RuleWordsPropertyTest {
  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("nl", "en");
  }

  @Provide
  Arbitrary<String> norms() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
    return Arbitraries.oneOf(
        number.map(n -> "P" + n + "D"),
        number.map(n -> "P" + n + "W"),
        number.map(n -> "P" + n + "D calendar"),
        number.map(n -> "PT" + n + "H"),
        number.map(n -> "PT" + n + "M"),
        number.map(n -> "PT" + n + "S"),
        Combinators.combine(number, number).as((h, m) -> "PT" + h + "H" + m + "M"));
  }

  @Property
  void aTermInWordsIsTheSameTerm(
      @ForAll("norms") String norm,
      @ForAll("languages") String language,
      @ForAll("languages") String other,
      @ForAll boolean clock) {
    String words = new Term(language, clock).shown(norm);
    Object back = new Term(other, !clock).value(words.toUpperCase(Locale.ROOT), null);
    if (!words.equals(norm)) {
      assertThat(Norm.parse((String) back)).isEqualTo(Norm.parse(norm));
    }
    assertThat(new Term(language, clock).value(words, null))
        .extracting(one -> Norm.parse((String) one))
        .isEqualTo(Norm.parse(norm));
  }

  @Property
  void whenAStepIsDueInWordsIsTheSameMoment(
      @ForAll("norms") String norm,
      @ForAll @IntRange(min = 1, max = 100) int share,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 59) int minute,
      @ForAll("languages") String language,
      @ForAll("languages") String other) {
    for (String at : List.of(share + "%", "+" + norm, String.format("%02d:%02d", hour, minute))) {
      String words = new StepTime(language).shown(at);
      String back = (String) new StepTime(other).value(words, null);
      assertThat(Rung.parse(back, "official", "remind"))
          .isEqualTo(Rung.parse(at, "official", "remind"));
    }
  }

  @Property
  void daysOfTheWeekAreTheSameDays(@ForAll @Size(min = 1) Set<DayOfWeek> days) {
    StringBuilder typed = new StringBuilder();
    days.stream().sorted().forEach(day -> typed.append(day.getValue()).append('\n'));
    Object written = Weekdays.CODEC.value(typed.toString(), null);
    assertThat(Weekdays.of(written)).isEqualTo(days);
    assertThat(Weekdays.CODEC.shown(written)).isEqualTo(typed.toString().strip());
  }

  @Property
  void daysOffInWordsAreTheSameDays(
      @ForAll @IntRange(min = 0, max = 60_000) int once,
      @ForAll @IntRange(min = 0, max = 365) int yearly,
      @ForAll("languages") String language,
      @ForAll("languages") String other) {
    List<String> file =
        List.of(
            LocalDate.of(1990, 1, 1).plusDays(once).toString(),
            MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(yearly)).toString().substring(2));
    String words = new DaysOff(language).shown(file);
    assertThat(words).doesNotContain("-");
    assertThat(new DaysOff(other).value(words, null)).isEqualTo(file);
  }

  @Property
  void whatNobodyUnderstandsGoesToTheFileAsItIs(@ForAll String typed) {
    for (Codec codec : List.of(new Term("nl", false), new StepTime("en"))) {
      Object value = codec.value(typed, null);
      if (typed.isBlank()) {
        assertThat(value).isNull();
      } else {
        assertThat(value).isInstanceOf(String.class);
      }
    }
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> lists() {
    Arbitrary<Object> text =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).map(one -> one);
    Arbitrary<Object> days = Arbitraries.of("mon", "mon-thu", "tue, fri", "mon-sun", "weekdays");
    Arbitrary<Object> inner =
        Arbitraries.maps(Arbitraries.of("by", "else"), text).ofMinSize(1).map(m -> m);
    return Combinators.combine(text, days, inner, Arbitraries.of(true, false))
        .as(
            (name, on, deep, unknown) -> {
              Map<String, Object> row = new HashMap<>();
              row.put("official", name);
              row.put("days", on);
              row.put("extension", deep);
              if (unknown) {
                row.put("unknown", List.of("kept"));
              }
              return row;
            })
        .list()
        .ofMaxSize(6);
  }

  private static Field rows() {
    List<Field> columns =
        List.of(
            Field.line("official", Place.of("official")),
            Field.several("days", Place.of("days"), List.of()).as(Weekdays.CODEC),
            Field.line("by", Place.of("extension", "by")));
    return Field.rows("duties", Place.of("intake"), new Rows(columns, List.of()));
  }

  private static Form form(List<Map<String, Object>> list) {
    Map<String, String> filled = new HashMap<>();
    rows().fill(list.isEmpty() ? null : list, filled);
    return new Form(filled);
  }

  @Property
  void rowsThatNobodyTouchesAreNoEdit(@ForAll("lists") List<Map<String, Object>> list) {
    assertThat(rows().edit(form(list))).isNull();
  }

  @Property
  void aRowThatMovesTakesAlongWhatTheFormDoesNotKnow(
      @ForAll("lists") List<Map<String, Object>> list, @ForAll @IntRange(max = 6) int row) {
    Form form = form(list);
    Rows rows = (Rows) rows().codec();
    Form down = rows.acted("duties", form, new RowAct("duties", RowAct.What.DOWN, row));
    Form back = rows.acted("duties", down, new RowAct("duties", RowAct.What.UP, row + 1));
    assertThat(back.fields()).isEqualTo(form.fields());
    if (row + 1 < list.size()) {
      Edit.Put edit = (Edit.Put) rows().edit(down);
      if (edit != null) {
        List<Object> moved = new ArrayList<>(list);
        Collections.swap(moved, row, row + 1);
        assertThat(edit.becomes()).isEqualTo(moved);
      }
    }
  }

  @Property
  void aRowComesAndGoes(@ForAll("lists") List<Map<String, Object>> list) {
    Form form = form(list);
    Rows rows = (Rows) rows().codec();
    int size = list.size();
    Form more = rows.acted("duties", form, new RowAct("duties", RowAct.What.ADD, size));
    assertThat(rows.size("duties", more)).isEqualTo(size + 1);
    Form less = rows.acted("duties", more, new RowAct("duties", RowAct.What.OUT, size));
    assertThat(less.fields()).isEqualTo(form.fields());
    assertThat(rows.acted("duties", form, new RowAct("duties", RowAct.What.OUT, 99)).fields())
        .isEqualTo(form.fields());
  }
}
