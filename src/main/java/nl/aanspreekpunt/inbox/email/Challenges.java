package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mailbox that takes a message only after its sender showed that they are no machine. */
final class Challenges {
  private static final int LOOKED_AT = 5_000;
  private static final List<String> HEADERS =
      List.of("x-boxbe-challenge", "x-tmda-confirm", "x-challenge", "x-spamarrest-challenge");

  private static final Pattern SUBJECT =
      Pattern.compile(
          ".*\\b(confirm|verify|bevestig(en|ing)?|verifieer|verification|challenge)\\b.*");

  private static final Pattern WORDS =
      Pattern.compile(
          "(click|klik|reply to this|beantwoord dit|visit|open)\\b[^.]{0,200}"
              + "\\b(deliver|delivered|release|bezorg|bezorgd|afgeleverd|doorgelaten|confirm"
              + "|bevestig|verify)");

  private Challenges() {}

  static boolean says(HeaderFields headers) {
    return HEADERS.stream().anyMatch(headers::has);
  }

  static boolean looksSo(String subject, String text) {
    String words = text.substring(0, Math.min(LOOKED_AT, text.length())).toLowerCase(Locale.ROOT);
    return SUBJECT.matcher(subject.toLowerCase(Locale.ROOT)).matches()
        && WORDS.matcher(words.replaceAll("\\s+", " ")).find();
  }
}
