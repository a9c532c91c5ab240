package nl.aanspreekpunt.web;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When it may suit to be called, to be chosen from. What is chosen is kept as the words that stand
 * beside the choice: the hub reads them back as what they say.
 */
public enum TimeChoice {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  WEEKDAYS,
  MORNINGS,
  AFTERNOONS,
  AFTER_FIVE;

  /** Its words in a language. */
  public String say(Wording words) {
    return words.say("times." + name());
  }

  /** The days, then the times of day; empty when nothing is chosen. */
  public static String words(List<TimeChoice> chosen, Wording words) {
    return chosen.stream().map(one -> one.say(words)).collect(Collectors.joining(", "));
  }

  /**
   * When it suits, as a form says it: what was chosen and what was written beside it.
   *
   * @param field what was filled in under a name; empty when nothing was
   */
  public static String said(UnaryOperator<String> field, Wording words) {
    List<TimeChoice> chosen =
        Stream.of(values()).filter(one -> !field.apply(one.field()).isEmpty()).toList();
    return Stream.of(words(chosen, words), field.apply("preferred"))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** The name of its box in a form. */
  public String field() {
    return "time-" + name();
  }

  /** As a form offers them. */
  public static List<Choice> choices(Wording words) {
    return Stream.of(values()).map(one -> new Choice(one.field(), one.say(words), false)).toList();
  }
}
