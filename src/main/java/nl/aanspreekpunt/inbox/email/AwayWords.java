package nl.aanspreekpunt.inbox.email;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How mailboxes answer by themselves without saying so in a header, in Dutch and English. Somebody
 * who writes that they are away themselves, and asks something, is a person.
 */
final class AwayWords {
  private static final int LONGEST = 3_000;

  /** What no person puts above their words. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(automatisch(e)? (antwoord|reactie|beantwoording|bericht)"
              + "|automatic(al)? (reply|response|answer)|auto[- ]?(reply|response|responder|antwoord)"
              + "|out[- ]of[- ](the[- ])?office auto-?reply|afwezigheidsassistent"
              + "|afwezigheidsbericht|vakantiebericht|vacation (reply|message)"
              + "|automatische antwort|abwesenheitsnotiz)\\s*($|[:–-].*)");

  /** What a person may write as well. */
  private static final Pattern AWAY =
      Pattern.compile(
          "((ik ben |i am |i'm |tijdelijk )?(afwezig|niet aanwezig|niet op kantoor|met vakantie"
              + "|op vakantie|out[- ]of[- ](the[- ])?office|on (annual )?leave"
              + "|on (vacation|holiday)|away from (the office|my desk))|afwezigheid|absence)"
              + "\\s*($|[:–-].*|(t/m|tot|van|vanaf|until|till|from) .*)");

  private static final Pattern ABSENCE =
      Pattern.compile(
          "afwezig|niet aanwezig|niet op kantoor|vakantie|verlof|out of (the )?office|on leave"
              + "|on holiday|away|niet bereikbaar|terug (op|ben)|(back|return).{0,20} on");

  /** What is asked of the reader; not that they may turn to somebody else meanwhile. */
  private static final Pattern ASKS =
      Pattern.compile(
          "\\?|\\b(graag|kunt u|kan u|kun je|wilt u|ik wil|verzetten|afspraak|could you|can you"
              + "|would you|please|appointment)\\b");

  private static final Pattern TURN_TO =
      Pattern.compile(
          "dringend|spoed|urgent|emergency|contact|mail|bel(t|len)?\\b|collega|colleague"
              + "|doorgestuurd|forwarded|gelezen|beantwoord");

  private AwayWords() {}

  /**
   * @param own the new words of it, without what it quotes
   */
  static boolean are(String subject, String own) {
    String about = subject.strip().toLowerCase(Locale.ROOT);
    if (MACHINE.matcher(about).matches()) {
      return true;
    }
    String words = own.toLowerCase(Locale.ROOT);
    return AWAY.matcher(about).matches()
        && words.length() <= LONGEST
        && ABSENCE.matcher(words).find()
        && !ASKS.matcher(withoutOthers(words)).find();
  }

  private static String withoutOthers(String words) {
    return Pattern.compile("(?<=[.!?\\n])")
        .splitAsStream(words)
        .filter(sentence -> !TURN_TO.matcher(sentence).find())
        .collect(Collectors.joining(" "));
  }
}
