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
          moeite uitleg mail e informatie tijd
          you very so much a lot many again in advance for the your quick kind clear message reply
          answer help email explanation information time""");

  /** Starts a clause that greets: what follows in it is a name. */
  private static final Set<String> GREETS =
      words(
          """
          dag hallo hoi beste geachte goedemorgen goedemiddag goedenavond goedendag
          hello hi hey dear""");

  /** Ends the message: what follows is who wrote it, or what their telephone adds. */
  private static final Set<String> CLOSES =
      words("groet groeten groetjes mvg regards wishes verzonden verstuurd sent");

  private static final List<String> SIGNS = List.of("👍", "👌", "🙏", "🙂", "😊", "❤");
  private static final int LONGEST_NAME = 5;

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
    boolean thanked = false;
    int greeting = -1;
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      boolean first = at == 0 || words.get(at - 1).clause() != word.clause();
      if (closes(words, at, first)) {
        return thanked;
      }
      greeting = first && GREETS.contains(word.text()) ? word.clause() : greeting;
      boolean name = word.clause() == greeting && !digits(word);
      thanked |= THANKS.contains(word.text());
      if (!name && !THANKS.contains(word.text()) && !AROUND.contains(word.text())) {
        return false;
      }
    }
    return thanked;
  }

  /** "Met vriendelijke groet", "Kind regards": at most a name follows. */
  private static boolean closes(List<Word> words, int at, boolean first) {
    if (!first) {
      return false;
    }
    int clause = words.get(at).clause();
    int end = at;
    while (end < words.size()
        && words.get(end).clause() == clause
        && !CLOSES.contains(words.get(end).text())) {
      end++;
    }
    boolean found = end < words.size() && words.get(end).clause() == clause;
    List<Word> rest = found ? words.subList(end + 1, words.size()) : List.of();
    return found
        && end - at <= 2
        && rest.size() <= LONGEST_NAME
        && rest.stream().noneMatch(Courtesy::digits);
  }

  private static boolean digits(Word word) {
    return word.text().chars().anyMatch(Character::isDigit);
  }
}
