package nl.aanspreekpunt.web.work.writing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Wording;

/** The words of a case for what a standard text leaves open, in the citizen's language. */
public final class Filling {
  private Filling() {}

  /**
   * @param link of whom is written to; null: the one last heard from
   */
  public static Map<Placeholders, String> of(Case one, String link, Official me, Moment moment) {
    Map<Placeholders, String> words = new EnumMap<>(Placeholders.class);
    Moments moments =
        new Moments(moment.directory().zone(), Wording.in(one.language()), moment.now());
    one.participant(link == null ? one.contact() : link).ifPresent(to -> words.putAll(of(one, to)));
    words.put(Placeholders.NUMBER, one.id());
    words.put(Placeholders.MY_NAME, me.name());
    one.openPromises().stream()
        .min(Comparator.comparing(Promise::due))
        .ifPresent(promise -> words.put(Placeholders.DUE, moments.say(promise.due())));
    return words;
  }

  private static Map<Placeholders, String> of(Case one, Participant to) {
    Map<Placeholders, String> words = new EnumMap<>(Placeholders.class);
    String name = to.name();
    if (name != null && !name.isBlank() && !name.contains("@")) {
      words.put(Placeholders.NAME, name);
    }
    words.put(Placeholders.SUBJECT, one.subjectFor(to));
    return words;
  }
}
