package nl.aanspreekpunt.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Arrival.OfCall;
import nl.aanspreekpunt.promise.PreferredTimes;

/**
 * What a message says of a call that was asked for, in Dutch or English: when it suits, or that it
 * is not wanted any more. Words that only may mean so are marked as doubtful; a condition, a time
 * or a question makes clear words doubtful too.
 */
final class CallWords {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int SHORT = 25;

  private static final Map<String, List<Phrase>> CLEAR =
      Phrase.byFirstWord(
          """
          hoeft|hoef|hoeven ~4 niet ~3 bellen|terugbellen|gebeld|teruggebeld
          niet|nooit meer ~2 bellen|terugbellen|gebeld|teruggebeld
          geen telefoontje|belletje|terugbelverzoek meer|nodig
          bel|belt ~1 mij|me|ons ~2 niet ~1 meer
          bellen|terugbellen|telefoontje is ~1 niet ~2 nodig
          terugbelverzoek ~3 intrekken|annuleren|vervalt|vervallen
          trek|annuleer ~2 terugbelverzoek
          no need to call|phone|ring
          no longer ~4 call|called|callback|phone
          do|does|need not ~3 call|called|callback ~3 anymore|more|back
          don't ~3 call|callback
          need|needn't|needn not call|phone
          cancel ~3 call|callback
          """);

  private static final Map<String, List<Phrase>> PERHAPS =
      Phrase.byFirstWord(
          """
          laat maar
          opgelost
          al ~1 geregeld|gelukt|antwoord|gevonden
          niet meer nodig|belangrijk
          hoeft|hoef niet
          bel|belt ~2 niet
          never mind
          nevermind
          already ~1 solved|sorted|fixed|done|answered
          no longer needed|necessary|relevant
          not needed|necessary
          problem solved
          """);

  /** What makes clear words depend on something. */
  private static final Set<String> UNLESS =
      Set.of("als", "tenzij", "mits", "behalve", "voordat", "if", "unless", "until", "except");

  private static final Pattern NEGATION =
      Pattern.compile("\\b(?:niet|geen|nooit|no|not|never|don't)\\b", Pattern.CASE_INSENSITIVE);

  private static final int MOST_BARE = 12;
  private static final Set<String> YES =
      words(
          """
          ja yes graag please jawel zeker sure nog still dat zou fijn zijn heel bel mij me wil ik
          gebeld worden a call would be nice i do want""");
  private static final Set<String> NO =
      words(
          """
          nee neen no nope hoeft hoef niet nodig meer dat het is ik gebeld te worden bellen laat maar
          not anymore that that's it it's needed necessary need longer""");
  private static final Set<String> POLITE =
      words("dank u je wel bedankt thanks thank you hoor dag hallo alvast voor de moeite");

  private CallWords() {}

  private static Set<String> words(String all) {
    return Set.of(all.split("\\s+"));
  }

  /**
   * @param text all that was written
   * @param said the day it was
   */
  static OfCall in(String text, LocalDate said) {
    String all = OwnWords.of(text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
    List<Word> words = Word.of(all);
    String bare = bare(words);
    Optional<String> clear = found(CLEAR, words, all);
    Optional<String> declines = clear.or(() -> found(PERHAPS, words, all));
    String suits =
        declines.isPresent() || all.indexOf('?') >= 0
            ? null
            : PreferredTimes.within(all, said).filter(one -> one.length() <= 200).orElse(null);
    if (bare == null && declines.isEmpty() && suits == null) {
      return null;
    }
    boolean surely = clear.isPresent() && all.indexOf('?') < 0 && free(words, all, said);
    boolean only = declines.isPresent() ? words.size() <= SHORT : onlyTimes(all, suits, said);
    return new OfCall(suits, only, declines.orElse(null), surely, bare);
  }

  /** No time is said in it, and no condition. */
  private static boolean free(List<Word> words, String all, LocalDate said) {
    String bare = NEGATION.matcher(all).replaceAll(" ");
    return PreferredTimes.in(bare, said).any()
        && words.stream().noneMatch(one -> UNLESS.contains(one.text()));
  }

  /** Nothing else stands before it; a name may stand below it. */
  private static boolean onlyTimes(String all, String suits, LocalDate said) {
    String before = suits == null ? all : all.substring(0, all.indexOf(suits));
    PreferredTimes times = PreferredTimes.in(all, said);
    return PreferredTimes.in(before, said).unread().isEmpty()
        && times.unread().stream().mapToInt(part -> part.split("\\s+", -1).length).sum() <= 2;
  }

  private static Optional<String> found(
      Map<String, List<Phrase>> phrases, List<Word> words, String all) {
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : phrases.getOrDefault(words.get(at).text(), List.of())) {
        int end = phrase.endIn(words, at);
        if (end > at) {
          String as = all.substring(words.get(at).start(), words.get(end - 1).end());
          return Optional.of(as.replaceAll("\\s+", " "));
        }
      }
    }
    return Optional.empty();
  }

  /** "Ja graag", "Nee, dat hoeft niet meer": nothing else but a greeting and a close, not both. */
  private static String bare(List<Word> words) {
    List<Word> said = Core.of(words);
    if (said.isEmpty() || said.size() > MOST_BARE) {
      return null;
    }
    boolean yes = only(said, YES) && any(said, Set.of("ja", "yes", "graag", "jawel", "sure"));
    boolean no =
        only(said, NO) && (any(said, Set.of("nee", "neen", "no", "nope")) || needless(said));
    return yes ? OfCall.YES : no ? OfCall.NO : null;
  }

  private static boolean needless(List<Word> said) {
    return any(said, Set.of("hoeft", "hoef", "nodig", "needed", "necessary"))
        && any(said, Set.of("niet", "not"));
  }

  private static boolean only(List<Word> words, Set<String> of) {
    return words.stream().allMatch(w -> of.contains(w.text()) || POLITE.contains(w.text()));
  }

  private static boolean any(List<Word> words, Set<String> of) {
    return words.stream().anyMatch(word -> of.contains(word.text()));
  }
}
