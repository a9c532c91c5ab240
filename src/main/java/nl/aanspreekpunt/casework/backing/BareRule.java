package nl.aanspreekpunt.casework.backing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An explanation that is a reference to a rule and nothing else explains nothing. */
final class BareRule {
  private static final int ENOUGH_OF_ITS_OWN = 4;
  private static final Pattern APART = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> OF_RULES =
      Set.of(
          "artikel",
          "artikelen",
          "art",
          "lid",
          "sub",
          "wet",
          "verordening",
          "beleid",
          "beleidsregel",
          "beleidsregels",
          "regel",
          "regels",
          "regeling",
          "protocol",
          "richtlijn",
          "procedure",
          "conform",
          "volgens",
          "grond",
          "gelet",
          "zie",
          "staat",
          "mag",
          "niet",
          "kan",
          "dit",
          "dat",
          "toegestaan",
          "mogelijk",
          "bepaalt",
          "schrijft",
          "voor",
          "awb",
          "wmo",
          "participatiewet",
          "gemeentewet",
          "huisvestingsverordening",
          "de",
          "het",
          "een",
          "van",
          "op",
          "in",
          "is",
          "en",
          "onze",
          "ons",
          "nu",
          "eenmaal",
          "gemeente",
          "article",
          "section",
          "act",
          "law",
          "rule",
          "rules",
          "policy",
          "regulation",
          "according",
          "under",
          "the",
          "to",
          "of",
          "not",
          "allowed",
          "permitted",
          "possible",
          "see",
          "as",
          "per",
          "this",
          "that",
          "our",
          "guideline",
          "bylaw");

  private BareRule() {}

  /** Few of its words are of its own. */
  static boolean is(String explanation) {
    return Stream.of(APART.split(explanation.toLowerCase(Locale.ROOT)))
            .filter(word -> word.length() > 1 && !OF_RULES.contains(word))
            .distinct()
            .count()
        < ENOUGH_OF_ITS_OWN;
  }
}
