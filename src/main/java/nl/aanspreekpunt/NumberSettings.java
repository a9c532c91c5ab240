package nl.aanspreekpunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.OwnNumber.Meaning;

/** The keys of the municipality's own telephone numbers. */
final class NumberSettings {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");
  private static final Pattern SID = Pattern.compile("PN[0-9a-f]{32}");
  private static final Pattern OF = Pattern.compile("(topic|team|official) +([a-z0-9._-]{1,100})");

  private NumberSettings() {}

  /**
   * @param from what is sent from where no numbers are named: a general number then, when it is one
   */
  static Numbers read(Settings settings, String from) {
    List<OwnNumber> all = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (String name : settings.names("numbers.names")) {
      OwnNumber one = one(settings, "numbers." + name + ".");
      if (one.number() != null && !known.add(one.number())) {
        settings.refuse("numbers." + name + ".number: a number that no other has is expected");
      }
      all.add(one);
    }
    return all.isEmpty() ? alone(from) : new Numbers(all);
  }

  private static OwnNumber one(Settings settings, String key) {
    String number =
        settings.one(key + "number", "a number such as +31 20 555 0100", NumberSettings::number);
    if (number == null) {
      settings.needed(key + "number");
    }
    Meaning meaning =
        settings.one(
            key + "for",
            "general, or topic, team or official with its id, such as: topic afval",
            NumberSettings::meaning);
    Set<Ability> does =
        settings.some(
            key + "does",
            "texts, calls",
            "any of texts, calls, whatsapp",
            NumberSettings::abilities);
    return new OwnNumber(
        number,
        meaning == null ? new Meaning.General() : meaning,
        does == null ? Set.of() : does,
        settings.one(
            key + "service", "the SID of a messaging service (MG...)", text -> sid(SERVICE, text)),
        settings.one(key + "sid", "the SID of a number (PN...)", text -> sid(SID, text)));
  }

  private static Numbers alone(String from) {
    return number(from == null ? "" : from)
        .map(it -> new OwnNumber(it, new Meaning.General(), usual(), null, null))
        .map(one -> new Numbers(List.of(one)))
        .orElse(Numbers.NONE);
  }

  private static Set<Ability> usual() {
    return EnumSet.of(Ability.TEXTS, Ability.CALLS);
  }

  private static Optional<String> number(String text) {
    return Optional.of(text.replaceAll("[ ().-]", "")).filter(E164.asMatchPredicate());
  }

  private static Optional<String> sid(Pattern form, String text) {
    return Optional.of(text).filter(form.asMatchPredicate());
  }

  private static Optional<Meaning> meaning(String text) {
    if (text.equals("general")) {
      return Optional.of(new Meaning.General());
    }
    Matcher of = OF.matcher(text);
    if (!of.matches()) {
      return Optional.empty();
    }
    String id = of.group(2);
    return Optional.of(
        switch (of.group(1)) {
          case "topic" -> new Meaning.OfTopic(id);
          case "team" -> new Meaning.OfTeam(id);
          default -> new Meaning.OfOfficial(id);
        });
  }

  private static Optional<Set<Ability>> abilities(List<String> words) {
    Set<Ability> all = EnumSet.noneOf(Ability.class);
    for (String word : words) {
      Optional<Ability> one =
          Arrays.stream(Ability.values())
              .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
              .findFirst();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all);
  }
}
