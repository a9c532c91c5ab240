package nl.aanspreekpunt.outbox.optout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants of whom sends them messages, when that is all that they say. The English
 * words are those on which Twilio acts by itself
 * (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out), but for YES: that is how
 * people answer a question. Of UIT and AAN Twilio knows nothing.
 *
 * @param stop they want none any more; else they want them again
 * @param word as they said it, in capitals
 * @param twilios Twilio acts on it as well, and answers it, unless that was turned off there
 * @param maybeMore it may also be about something else, such as an appointment: a person reads it
 */
public record Wish(boolean stop, String word, boolean twilios, boolean maybeMore) {
  private static final Set<String> STOPS = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "OPTOUT");
  private static final Set<String> STOPS_PERHAPS = Set.of("CANCEL", "END", "QUIT", "REVOKE");
  private static final String OFF = "UIT";
  private static final String ON = "AAN";

  private static final Map<String, Wish> WISHES =
      Stream.of(
              STOPS.stream().map(word -> new Wish(true, word, true, false)),
              STOPS_PERHAPS.stream().map(word -> new Wish(true, word, true, true)),
              Stream.of("START", "UNSTOP").map(word -> new Wish(false, word, true, false)),
              Stream.of(new Wish(true, OFF, false, false), new Wish(false, ON, false, false)))
          .flatMap(wishes -> wishes)
          .collect(Collectors.toUnmodifiableMap(Wish::word, wish -> wish));

  private static final int LONGEST = 60;

  /** What is neither a letter nor a digit, around the word. */
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  /**
   * @param text the whole message
   * @param optOutType what Twilio took it for, by the words that were set there: {@code STOP},
   *     {@code START} or {@code HELP}; null when it says nothing
   */
  public static Optional<Wish> of(String text, String optOutType) {
    String said = said(text);
    if ("STOP".equals(optOutType) || "START".equals(optOutType)) {
      boolean stop = optOutType.equals("STOP");
      boolean more = WISHES.containsKey(said) && WISHES.get(said).maybeMore();
      return Optional.of(new Wish(stop, said.isEmpty() ? optOutType : said, true, more));
    }
    return Optional.ofNullable(WISHES.get(said));
  }

  private static String said(String text) {
    if (text == null || text.length() > LONGEST) {
      return "";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return AROUND.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Said in Dutch alone; the others are said in both languages. */
  public boolean dutch() {
    return word.equals(OFF) || word.equals(ON);
  }
}
