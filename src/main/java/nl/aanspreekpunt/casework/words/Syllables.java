package nl.aanspreekpunt.casework.words;

import java.util.Locale;
import java.util.regex.Pattern;

/** Counts syllables by the groups of vowels in a word: near enough for a measure of readability. */
final class Syllables {
  private static final Pattern DUTCH =
      Pattern.compile(
          "aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ëi|au|ou|ai|[aeiouyàáâäèéêëìíîïòóôöùúûü]");

  private static final Pattern ENGLISH = Pattern.compile("[aeiouyé]+");
  private static final Pattern SILENT = Pattern.compile("(?<=[^aeiouyl])e$|(?<=[^aeiouydt])ed$");

  private Syllables() {}

  /** At least one. */
  static int in(String word, String language) {
    String plain = word.toLowerCase(Locale.ROOT);
    long groups =
        language.equals("en")
            ? ENGLISH.matcher(SILENT.matcher(plain).replaceAll("")).results().count()
            : DUTCH.matcher(plain).results().count();
    return (int) Math.max(1, groups);
  }
}
