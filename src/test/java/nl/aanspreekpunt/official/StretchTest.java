package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When in an absence nobody stands in, and who acts then. */
class StretchTest {
  private static final String SANNE = "sanne.vandijk";
  private static final String KWAME = "kwame.mensah";

  private static Absence away(String official, int from, int until, String deputy) {
    return new Absence(official, day(from), day(until), deputy, "vakantie", official);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-12-%02dT00:00:00Z".formatted(day));
  }

  private static List<Stretch> gaps(Absence of, Absence... others) {
    List<Absence> all = new ArrayList<>(List.of(others));
    all.add(of);
    return Stretch.of(of, Voorbeeldstad.directory(all, List.of())).stream()
        .filter(one -> !one.covered())
        .toList();
  }

  @Test
  void aDeputyWhoIsAwayInTheMiddleLeavesAGapWhenTheirsAreAwayToo() {
    List<Stretch> gaps =
        gaps(
            away(SANNE, 7, 14, KWAME), away(KWAME, 8, 10, null), away("fatma.yildiz", 6, 20, null));

    assertThat(gaps)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(day(8));
              assertThat(one.until()).isEqualTo(day(10));
              assertThat(one.acts()).isNotIn(SANNE, KWAME, "fatma.yildiz");
            });
  }

  @Test
  void whoStandsInForTheDeputyFillsTheGapAndThatShows() {
    Absence sanne = away(SANNE, 7, 14, KWAME);
    List<Absence> all = List.of(sanne, away(KWAME, 8, 10, null));

    assertThat(Stretch.of(sanne, Voorbeeldstad.directory(all, List.of())))
        .containsExactly(
            new Stretch(day(7), day(8), KWAME, true),
            new Stretch(day(8), day(10), "fatma.yildiz", true),
            new Stretch(day(10), day(14), KWAME, true));
  }

  @Test
  void ofACoordinatorWithoutDeputiesItIsNotTheCoordinatorWhoActs() {
    assertThat(
            gaps(
                away(KWAME, 7, 14, null),
                away("fatma.yildiz", 7, 14, null),
                away(SANNE, 7, 14, null)))
        .singleElement()
        .satisfies(one -> assertThat(one.acts()).isNotEqualTo(KWAME));
  }
}
