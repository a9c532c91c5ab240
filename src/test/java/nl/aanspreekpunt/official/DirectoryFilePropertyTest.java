package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Slips of an editor: lines lost, doubled, moved in; characters replaced. */
class DirectoryFilePropertyTest {
  private static final String YAML = Voorbeeldstad.yaml();
  private static final String SLIPS = ":-#\"'[]{}&*!|>%@ \t\n,~\u0000é9";

  @Property(tries = 300)
  void aDamagedFileIsReadOrRefusedInOneLine(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int slips) {
    Random random = new Random(seed);
    String damaged = YAML;
    for (int i = 0; i < slips; i++) {
      damaged = random.nextBoolean() ? inLines(damaged, random) : inCharacters(damaged, random);
    }
    try {
      Definition read = DirectoryFile.read(damaged, Voorbeeldstad.SETTINGS);
      assertThat(new Snapshot(1, read, Facts.NONE, Voorbeeldstad.ZONE).officials()).isNotEmpty();
    } catch (DirectoryRefused e) {
      assertThat(e.getMessage().lines())
          .hasSizeBetween(1, 21)
          .allMatch(line -> line.startsWith("conf/directory.yaml"));
    }
  }

  private static String inLines(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      default -> lines.set(at, " " + lines.get(at));
    }
    return String.join("\n", lines);
  }

  private static String inCharacters(String text, Random random) {
    int at = random.nextInt(text.length());
    char slip = SLIPS.charAt(random.nextInt(SLIPS.length()));
    return text.substring(0, at) + slip + text.substring(at + random.nextInt(2));
  }
}
