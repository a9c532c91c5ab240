package nl.aanspreekpunt.web.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure is drawn as it went, with nothing made up between. */
class DrawnTest {
  @Test
  void theLineIsBrokenWhereAPeriodHasNoFigureAndOpenWhereOneRuns() {
    Drawn drawn =
        Drawn.of(
            List.of(
                point(1, 10, false), point(2, 20, false), point(4, 5, false), point(5, 2, true)),
            0);
    assertThat(drawn.lines()).containsExactly("4.0,18.0 32.0,4.0");
    assertThat(drawn.running()).isEqualTo("88.0,25.0 116.0,29.2");
    assertThat(drawn.dots()).extracting(Drawn.Dot::open).containsExactly(false, false, false, true);
    assertThat(drawn.says()).isEqualTo("1: 10.0. 2: 20.0. 4: 5.0. 5: 2.0");
  }

  @Test
  void oneFigureIsNoLineAndNothingButZeroesLiesAtTheFoot() {
    assertThat(Drawn.of(List.of(point(1, 3, false)), 0)).isNull();
    assertThat(Drawn.of(List.of(point(1, 0, false), point(2, 0, false)), 0).lines())
        .containsExactly("4.0,32.0 116.0,32.0");
  }

  private static Drawn.Point point(int at, double value, boolean grows) {
    return new Drawn.Point(at, value, grows, at + ": " + value);
  }
}
