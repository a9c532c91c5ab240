package nl.aanspreekpunt.inbox;

import java.util.List;
import java.util.Set;

/**
 * Whether a message is nothing but thanks ("Dank u wel!", "OK, thanks"), in Dutch or English: it
 * answers no question. In doubt it is an answer: "ja", "prima" and "akkoord" may be one, and so is
 * whatever asks something, holds a figure, or has a word that is not known here.
 */
final class Courtesy {
  /** Thanks are short; longer own words are read by a person. */
  private static final int LONGEST = 300;

  private static final Set<String> THANKS =
      words(
          """
          dank bedankt dankje dankjewel dankuwel thanks thank thx ta cheers merci
          ok oke oké okay okee okidoki begrepen duidelijk ontvangen genoteerd
          noted understood received""");

  /** What stands around thanks and says nothing by itself. */
  private static final Set<String> AROUND =
      words(
          """
          u je jou jij jullie wel heel erg zeer veel hartelijk hartelijke vriendelijk vriendelijke
          nogmaals alvast voor de het uw jouw snelle duidelijke fijne bericht reactie antwoord hulp
          moeite uitleg mail e informatie tijd prima top super mooi fijn goed
          prettige dag avond weekend week dagen feestdagen vakantie
          you very so much a lot many again in advance for the your quick kind clear message reply
          answer help email explanation information time great perfect lovely good nice
          got it have day evening holiday holidays""");

  private static final List<String> SIGNS = List.of("👍", "👌", "🙏", "🙂", "😊", "❤");

  private Courtesy() {}

  private static Set<String> words(String all) {
    return Set.of(all.split("\\s+"));
  }

  /**
   * Reads the writer's own words, without what they quote.
   *
   * @param text null: nothing was written
   */
  static boolean only(String text) {
    String own = text == null ? "" : OwnWords.of(text).strip();
    if (own.isEmpty() || own.length() > LONGEST || own.indexOf('?') >= 0) {
      return false;
    }
    List<Word> words = Word.of(own);
    return words.isEmpty() ? SIGNS.stream().anyMatch(own::contains) : thanks(words);
  }

  private static boolean thanks(List<Word> words) {
    List<Word> said = Core.of(words);
    return said.stream().anyMatch(word -> THANKS.contains(word.text()))
        && said.stream()
            .allMatch(word -> THANKS.contains(word.text()) || AROUND.contains(word.text()));
  }
}
