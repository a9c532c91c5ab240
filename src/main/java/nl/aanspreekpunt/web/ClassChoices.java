package nl.aanspreekpunt.web;

import java.util.List;
import nl.aanspreekpunt.promise.LegalClass;

/** What a message can be said to be to the law, beside a question, which it is when nothing is. */
public final class ClassChoices {
  private ClassChoices() {}

  /**
   * @param chosen one of {@link LegalClass#SAID}; anything else chooses none
   */
  public static List<Choice> of(String chosen, Wording words) {
    return LegalClass.SAID.stream()
        .filter(one -> LegalClass.said(one).filter(LegalClass::decided).isPresent())
        .map(one -> new Choice(one, words.say("ask.class." + one), one.equals(chosen)))
        .toList();
  }
}
