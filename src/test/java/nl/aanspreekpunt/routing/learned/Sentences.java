package nl.aanspreekpunt.routing.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions as citizens put them, without the keywords of their topics: some ways of saying it are
 * held out by their number, others are learned from.
 */
public final class Sentences {
  private static final Map<String, List<String>> ABOUT =
      Map.of(
          "afval",
          List.of(
              "de ondergrondse bak zit vol en de zakken staan ernaast",
              "er is hier deze week niets opgehaald en de bak stinkt",
              "mijn pasje opent de bak niet en de zakken blijven staan",
              "wanneer wordt het oud papier opgehaald bij de bak"),
          "parkeren",
          List.of(
              "ik kreeg een bekeuring terwijl mijn auto op mijn eigen plek stond",
              "mijn bezoek kan de auto nergens kwijt zonder bekeuring",
              "de meter werkte niet en nu heeft mijn auto een bekeuring",
              "hoe vraag ik een tweede plek voor mijn auto aan"),
          "straat-en-groen",
          List.of(
              "de tegels liggen los en mijn moeder is gestruikeld",
              "de lamp boven de tegels brandt al weken niet",
              "de takken hangen laag over de tegels en de heg is wild",
              "er zit een kuil tussen de tegels bij de bocht"));

  private static final List<String> BEFORE =
      List.of("Goedemorgen,", "Beste mensen,", "Hallo,", "Geachte,", "Ik schrijf u omdat");
  private static final List<String> AFTER =
      List.of("Kunt u helpen?", "Wat nu?", "Ik hoor het graag.", "Alvast bedankt.", "Groet, Els");

  private Sentences() {}

  /** Three topics, in turn; each of them different from the others by what stands around it. */
  public static List<Example> some(int count) {
    List<Example> all = new ArrayList<>();
    List<String> topics = ABOUT.keySet().stream().sorted().toList();
    for (int n = 0; n < count; n++) {
      String topic = topics.get(n % topics.size());
      List<String> ways = ABOUT.get(topic);
      String text =
          BEFORE.get(n / 3 % BEFORE.size())
              + " "
              + ways.get(n / 7 % ways.size())
              + ". "
              + AFTER.get(n / 11 % AFTER.size());
      all.add(new Example("case" + n, "citizen" + n, text, topic));
    }
    return all;
  }
}
