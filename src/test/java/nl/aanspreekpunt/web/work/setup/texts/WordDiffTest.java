package nl.aanspreekpunt.web.work.setup.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import nl.aanspreekpunt.web.work.setup.texts.WordDiff.Kind;
import nl.aanspreekpunt.web.work.setup.texts.WordDiff.Piece;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  private static String but(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Piece::text)
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatWasPutInAnothersPlaceIsToldInWholeWords() {
    assertThat(WordDiff.of("Ik help u met uw vraag.", "Ik help u heel graag."))
        .containsExactly(
            new Piece(Kind.SAME, "Ik help u"),
            new Piece(Kind.GONE, "met uw vraag."),
            new Piece(Kind.NEW, "heel graag."));
    assertThat(WordDiff.of("", "Nieuw")).containsExactly(new Piece(Kind.NEW, "Nieuw"));
    assertThat(WordDiff.of("", "")).isEmpty();
  }

  @Property(tries = 200)
  void bothTextsAreInItWhole(
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String before,
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String after) {
    String old = before.replace('a', ' ').strip().replaceAll(" +", " ");
    String now = after.replace('a', ' ').strip().replaceAll(" +", " ");
    List<Piece> pieces = WordDiff.of(old, now);
    assertThat(but(pieces, Kind.NEW)).isEqualTo(old);
    assertThat(but(pieces, Kind.GONE)).isEqualTo(now);
  }
}
