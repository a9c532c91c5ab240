package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final String BEFORE =
      """
      norms: { default: { answer: P2D } }
      teams:
        - { id: a, name: A }
        - { id: b, name: B, tags: [x, y] }
      """;

  @Test
  void eachChangedPlaceIsALineThatNamesTheEntryByItsId() throws DirectoryRefused {
    assertThat(
            difference(
                """
                norms: { default: { answer: P3D, callback: P1D } }
                teams:
                  - { id: c, name: C }
                  - { id: b, name: B, tags: [x, z] }
                """))
        .containsExactly(
            "norms.default.answer: was 'P2D', becomes 'P3D'",
            "teams[a].id: was 'a', is left out",
            "teams[a].name: was 'A', is left out",
            "teams[b].tags: was 'x, y', becomes 'x, z'",
            "norms.default.callback: new, 'P1D'",
            "teams[c].id: new, 'c'",
            "teams[c].name: new, 'C'");
  }

  @Test
  void commentsAndLayoutAreNoDifference() throws DirectoryRefused {
    assertThat(
            difference(
                """
                # said differently
                teams: [{ name: "A", id: a }, { id: b, tags: [y, x], name: B }]
                norms:
                  default:
                    answer: "P2D"
                """))
        .isEmpty();
  }

  @Test
  void whatHasACommaIsToldApartFromTwo() throws DirectoryRefused {
    assertThat(
            difference(
                """
                norms: { default: { answer: P2D } }
                teams:
                  - { id: a, name: "A, B" }
                  - { id: b, name: B, tags: ["x, y", x, y] }
                """))
        .containsExactly(
            "teams[a].name: was 'A', becomes 'A, B'",
            "teams[b].tags: was 'x, y', becomes 'x, \"x, y\", y'");
  }

  private static List<String> difference(String after) throws DirectoryRefused {
    return Differences.between(
            DirectoryYaml.read("dir.yaml", BEFORE), DirectoryYaml.read("dir.yaml", after))
        .stream()
        .map(DirectoryLine::toString)
        .toList();
  }
}
