package nl.aanspreekpunt.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Official;

/**
 * Words that complain. About a street or a bill it is a question like any other; only what is about
 * somebody who works here is kept apart, so it matters what stands behind "klacht over".
 *
 * @param words the citizen's own, at most 80 characters
 * @param target what it says it is about
 * @param named officials who are named as what it is about (ids)
 * @param reader it is about the one who reads it: "klacht over u"
 */
record Grievance(String words, Target target, List<String> named, boolean reader) {
  enum Target {
    /** Somebody who works here, or how somebody was treated. */
    PERSON,
    /** It does not say: "ik wil een klacht indienen". */
    UNSAID
  }

  private static final int LONGEST = 80;

  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(?:klacht(?:en)?(?: (?:indienen|in te dienen|ingediend))? (?:over|tegen)"
              + "|klagen over|beklag(?:en)? (?:over|doen over)|beklaag (?:ik )?me over"
              + "|complaints? (?:about|against)|complain(?:ing)? (?:about|against))"
              + "\\s+([^.!?;:\\n]{1,80})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNSAID =
      Pattern.compile(
          "\\bklacht (?:indienen|in te dienen)\\b"
              + "|\\b(?:file|make|lodge|submit) a (?:formal )?complaint\\b"
              + "|^\\s*(?:(?:re|fwd?|antw):\\s*)?(?:formele |officiële |formal )?"
              + "(?:klacht|complaint)\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern NOT_ONE =
      Pattern.compile("\\b(?:geen|niet|no|not|not a|don't|never)\\s+$", Pattern.CASE_INSENSITIVE);

  private static final Pattern READER =
      Pattern.compile("^(?:u|jou|je|jullie|you)\\b(?! (?:straat|huis|buurt))", flags());

  private static final Pattern PERSON =
      Pattern.compile(
          "^(?:hem|hen|haar|him|them|her)(?=\\s*(?:$|,|en |omdat |want |because |and ))"
              + "|\\b(?:ambtena(?:ar|ren)|(?:balie)?medewerk(?:er|ster)s?|collega'?s?|behandelaar"
              + "|contactpersoon|consulente?|wijkbeheerder|bejegening|bejegend|behandel(?:d|ing)"
              + "|gedrag|houding|optreden|te woord|balie|loket"
              + "|officials?|officers?|employees?|staff|colleagues?|case ?worker|civil servant"
              + "|treated|behaviou?r|attitude|conduct|rude|desk|counter)\\b",
          flags());

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  /** The first that is about a person; else one that does not say; else nothing. */
  static Optional<Grievance> in(String text, List<Official> officials) {
    Matcher about = ABOUT.matcher(text);
    while (about.find()) {
      Optional<Grievance> found = about(text, about, officials);
      if (found.isPresent()) {
        return found;
      }
    }
    Matcher unsaid = UNSAID.matcher(text);
    while (unsaid.find()) {
      if (!denied(text, unsaid) && !saidAfter(text, unsaid)) {
        return Optional.of(new Grievance(unsaid.group().strip(), Target.UNSAID, List.of(), false));
      }
    }
    return Optional.empty();
  }

  private static Optional<Grievance> about(String text, Matcher found, List<Official> officials) {
    String object = found.group(1).strip();
    List<String> named = named(object, officials);
    boolean reader = READER.matcher(object).find();
    boolean person = reader || !named.isEmpty() || PERSON.matcher(object).find();
    String words = found.group().strip();
    return person && !denied(text, found)
        ? Optional.of(
            new Grievance(
                words.substring(0, Math.min(LONGEST, words.length())),
                Target.PERSON,
                named,
                reader))
        : Optional.empty();
  }

  private static boolean denied(String text, Matcher found) {
    return NOT_ONE.matcher(text.substring(0, found.start())).find();
  }

  /** "… indienen over": then it says what it is about. */
  private static boolean saidAfter(String text, Matcher found) {
    return text.substring(found.end()).matches("(?is)\\s+(?:over|tegen|about|against)\\b.*");
  }

  /** By any part of their name that is written with a capital. */
  private static List<String> named(String object, List<Official> officials) {
    Set<String> capitals = new LinkedHashSet<>();
    for (String word : object.split("[^\\p{L}'-]+", -1)) {
      if (word.length() > 2 && Character.isUpperCase(word.charAt(0))) {
        capitals.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return officials.stream()
        .filter(
            official ->
                List.of(official.name().toLowerCase(Locale.ROOT).split(" ", -1)).stream()
                    .anyMatch(capitals::contains))
        .map(Official::id)
        .toList();
  }
}
