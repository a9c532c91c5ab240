package nl.aanspreekpunt.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.ClassSign;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * Words by which a first message says what it is to the law, Dutch and English. They only propose:
 * who asks how to object says "bezwaar" too.
 */
final class LegalWords {
  private static final int LONGEST = 80;
  private static final int BEFORE = 40;
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;

  /** "Beroep" alone is a trade, "bezwaar" alone a worry, "appeal" alone a call for help. */
  private static final Pattern FORMAL =
      Pattern.compile(
          "\\b(?:bezwaarschrift(?:en)?|bezwaarprocedure"
              + "|bezwaar (?:maken|te maken|aantekenen|aan te tekenen|indienen|in te dienen|tegen)"
              + "|(?:maak|maken|teken|dien)\\b[^.!?\\n]{0,40}\\bbezwaar"
              + "|beroepschrift|beroep (?:aantekenen|aan te tekenen|instellen|in te stellen|indienen)"
              + "|(?:ga|gaan) in beroep|in beroep (?:gaan|te gaan|tegen)"
              + "|w(?:oo|ob)[- ]?verzoek(?:en)?|beroep op de w(?:oo|ob)"
              + "|wet open overheid|wet openbaarheid van bestuur|informatieverzoek"
              + "|ingebrekestelling|in gebreke|dwangsom|handhavingsverzoek|inzageverzoek"
              + "|notice of objection|(?:formal )?objection (?:to|against)"
              + "|(?:file|lodge|make|raise|submit) an? (?:formal )?(?:objection|appeal)"
              + "|i (?:hereby )?(?:formally )?object (?:to|against)|appeal against"
              + "|foia? request|freedom of information|open government act|notice of default)\\b"
              + "|^\\s*(?:(?:re|fwd?|antw|doorst):\\s*)?(?:pro[- ]forma )?"
              + "(?:bezwaar|beroep|objection|appeal)\\b",
          FLAGS);

  private static final Pattern COMPLAINT =
      Pattern.compile(
          "\\b(?:klacht(?:en)?|klaagschrift|klachtbrief|complaints?|(?:beklaag|beklagen) (?:ik )?(?:me|mij|ons))\\b",
          FLAGS);

  /**
   * One of these stands in whatever the patterns find: most messages hold none, and are read no
   * further. The patterns try each place of a text in many ways.
   */
  private static final List<String> OF_FORMAL =
      List.of(
          "bezwaar",
          "beroep",
          "verzoek",
          "wet open",
          "gebreke",
          "dwangsom",
          "objection",
          "object ",
          "appeal",
          "foi",
          "freedom of",
          "open government",
          "notice of");

  private static final List<String> OF_COMPLAINT = List.of("kla", "complain");

  private static final Pattern NOT_ONE =
      Pattern.compile(
          "\\b(?:geen|niet|nooit|zonder|no|not|not a|not an|don't|never|without)\\s+(?:\\p{L}+\\s+)?$",
          FLAGS);

  private static final Pattern WITHIN = Pattern.compile("\\b(?:geen|niet|nooit)\\b", FLAGS);

  private LegalWords() {}

  /** What stands first; empty when nothing says so. */
  static Optional<ClassSign> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Optional<Found> formal =
        OF_FORMAL.stream().anyMatch(lower::contains)
            ? first(FORMAL, LegalClass.FORMAL, text)
            : Optional.empty();
    Optional<Found> complaint =
        OF_COMPLAINT.stream().anyMatch(lower::contains)
            ? first(COMPLAINT, LegalClass.COMPLAINT, text)
            : Optional.empty();
    return complaint
        .filter(one -> formal.isEmpty() || one.at() < formal.get().at())
        .or(() -> formal)
        .map(Found::sign);
  }

  private record Found(ClassSign sign, int at) {}

  private static Optional<Found> first(Pattern pattern, LegalClass legal, String text) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      String before = text.substring(Math.max(0, found.start() - BEFORE), found.start());
      if (!NOT_ONE.matcher(before).find() && !WITHIN.matcher(found.group()).find()) {
        String words = found.group().strip().replaceAll("\\s+", " ");
        String shown = words.substring(0, Math.min(LONGEST, words.length()));
        return Optional.of(new Found(new ClassSign(legal, shown), found.start()));
      }
    }
    return Optional.empty();
  }

  /** Of a question of its own that a person wrote: what it may be to the law besides. */
  static Route noted(Question question, Route route) {
    boolean plain =
        route.caseNumber() == null
            && !question.automatic()
            && !route.match().rule().equals(Match.COMPLAINT);
    return plain
        ? in(question.words()).map(sign -> route.because(route.match().signed(sign))).orElse(route)
        : route;
  }
}
