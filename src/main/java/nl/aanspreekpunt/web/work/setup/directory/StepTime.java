package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.Norm;

/**
 * When a step of a ladder is due, in words: {@code 75% van de tijd}, {@code na 4 uur openingstijd},
 * {@code om 09:00}. Written in the reader's language, read in both. What cannot be read goes to the
 * file as it is, to be refused by its reader.
 *
 * @param language {@code nl} or {@code en}
 */
record StepTime(String language) implements Codec {
  private static final Pattern SHARE =
      Pattern.compile("(?:na |after )?(\\d{1,3}) ?%(?: van de tijd| of the time)?");

  private static final Pattern CLOCK =
      Pattern.compile("(?:om |at )?(\\d{1,2})[:.](\\d\\d)(?: uur)?");

  private static final Pattern AFTER = Pattern.compile("(?:na |after |\\+ ?)(.+)");

  @Override
  public String shown(Object value) {
    String written = TEXT.shown(value);
    if (written.matches("\\d{1,3}%")) {
      return written + say(" van de tijd", " of the time");
    }
    if (written.matches("\\d\\d:\\d\\d")) {
      return say("om ", "at ") + written;
    }
    String delay = written.startsWith("+") ? term().shown(written.substring(1)) : "";
    return delay.isEmpty() || ("+" + delay).equals(written)
        ? written
        : say("na ", "after ") + delay;
  }

  @Override
  public String told(String written) {
    return shown(written);
  }

  @Override
  public Object value(String typed, Object was) {
    String plain = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher share = SHARE.matcher(plain);
    if (share.matches()) {
      return share.group(1).replaceFirst("^0+(?=\\d)", "") + "%";
    }
    Matcher clock = CLOCK.matcher(plain);
    if (clock.matches()) {
      return (clock.group(1).length() == 1 ? "0" : "") + clock.group(1) + ":" + clock.group(2);
    }
    Matcher after = AFTER.matcher(plain);
    String delay = after.matches() ? String.valueOf(term().value(after.group(1), null)) : "";
    return typed.isBlank() ? null : isNorm(delay) ? "+" + delay : typed.strip();
  }

  private static boolean isNorm(String written) {
    try {
      Norm.parse(written);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Term term() {
    return new Term(language, false);
  }

  private String say(String dutch, String english) {
    return language.equals("nl") ? dutch : english;
  }
}
