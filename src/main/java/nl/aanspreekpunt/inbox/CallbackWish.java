package nl.aanspreekpunt.inbox;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.PreferredTimes;

/**
 * A message asks to be called. Found by a small set of Dutch and English phrases, so that the
 * official can be shown which words were taken for it and undo it. In doubt it finds nothing: a
 * person answers the message in any case, and who asks not to be called must not be.
 *
 * @param phrase the words as the citizen wrote them, at most 120 characters
 * @param phone the first number after the phrase, else the last before it (E.164; read as Dutch
 *     when it has no country code); null when there is none
 * @param sentence the one that the phrase is in
 * @param next the one after it; empty when there is none
 */
public record CallbackWish(String phrase, String phone, String sentence, String next) {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int LONGEST_PHRASE = 120;
  private static final int LONGEST_WORDS = 200;

  /** What looks like a number but is none costs time too; a message holds a handful at most. */
  private static final long MOST_NUMBERS_TRIED = 200;

  /**
   * A word may be one of several; {@code ~n} lets up to n other words come between. Bare "call me"
   * is not here ("they call me Jan"), nor what is over ("toen u mij belde").
   */
  private static final Map<String, List<Phrase>> PHRASES =
      Phrase.byFirstWord(
          """
          bel mij|me|ons
          belt ~2 mij|me|ons
          kan|kun|kunt|kunnen|wil|wilt|willen|zou|zoudt|zouden|mag|mogen ~5 mij|me|ons ~5 bellen|terugbellen|opbellen
          verzoek|vraag|gelieve|graag ~5 mij|me|ons ~5 bellen|terugbellen
          u|je|jij|jullie|iemand mij|me|ons ~4 belt|terugbelt|opbelt
          graag ~3 gebeld|teruggebeld|terugbellen
          gebeld|teruggebeld worden
          gebeld|teruggebeld te worden
          neem|neemt|nemen ~4 telefonisch contact
          telefonisch contact ~3 opnemen
          terugbelverzoek
          call|phone|ring|telephone me|us back
          call|phone|ring|telephone me|us on|at|today|tomorrow|when|after|before|between|asap
          please ~2 call|phone|ring|telephone me|us
          can|could|will|would|may ~4 call|phone|ring|telephone me|us
          give me|us a ~1 call|ring
          like|want|need|appreciate|request|requesting a ~1 call|callback
          be called|phoned back
          me|us by phone|telephone
          """);

  private static final Set<String> NOT =
      Set.of("niet", "geen", "nooit", "nimmer", "zonder", "not", "no", "never", "dont", "without");

  /** How far a "not" reaches, in words, within its clause: "bel mij svp echt niet". */
  private static final int REACH_OF_NOT = 3;

  /**
   * Looks at the first 20,000 characters, without the message that this one answers. Time grows
   * with the length of the text only.
   */
  public static Optional<CallbackWish> in(String text) {
    String own = OwnWords.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    List<Word> words = Word.of(own);
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : PHRASES.getOrDefault(words.get(at).text(), List.of())) {
        int end = phrase.endIn(words, at);
        if (end > at && !negated(words, at, end)) {
          return Optional.of(wish(own, words.get(at).start(), words.get(end - 1).end()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean negated(List<Word> words, int from, int until) {
    int clause = words.get(from).clause();
    int first = Math.max(0, from - REACH_OF_NOT);
    int last = Math.min(words.size(), until + REACH_OF_NOT);
    return words.subList(first, last).stream()
        .filter(word -> word.clause() == clause)
        .anyMatch(word -> NOT.contains(word.text()) || word.text().endsWith("n't"));
  }

  private static CallbackWish wish(String text, int start, int end) {
    String phrase = text.substring(start, Math.min(end, start + LONGEST_PHRASE));
    int from = start;
    while (from > 0 && !ends(text, from - 1)) {
      from--;
    }
    int until = end(text, start);
    int next = Math.min(until + 1, text.length());
    return new CallbackWish(
        phrase.replaceAll("\\s+", " "),
        phone(text, start),
        text.substring(from, until),
        text.substring(next, end(text, next)));
  }

  /** Where a sentence ends: with its line, or a mark; a point within figures ends none. */
  private static int end(String text, int at) {
    int end = at;
    while (end < text.length() && !ends(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean ends(String text, int at) {
    boolean last = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return "!?\n".indexOf(text.charAt(at)) >= 0 || (text.charAt(at) == '.' && last);
  }

  /**
   * When it suits, as the same sentence says, or the next when it says nothing else; empty when
   * neither does.
   */
  String preferred(LocalDate said) {
    boolean alone = PreferredTimes.in(next, said).unread().isEmpty();
    return PreferredTimes.within(sentence, said)
        .or(() -> alone ? PreferredTimes.within(next, said) : Optional.empty())
        .filter(words -> words.length() <= LONGEST_WORDS)
        .orElse("");
  }

  private static String phone(String text, int phrase) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String nearest = null;
    for (PhoneNumberMatch match :
        numbers.findNumbers(text, "NL", Leniency.VALID, MOST_NUMBERS_TRIED)) {
      if (numbers.getNumberType(match.number()) == PhoneNumberType.PREMIUM_RATE) {
        continue;
      }
      nearest = numbers.format(match.number(), PhoneNumberFormat.E164);
      if (match.start() >= phrase) {
        break;
      }
    }
    return nearest;
  }
}
