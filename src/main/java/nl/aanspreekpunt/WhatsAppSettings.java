package nl.aanspreekpunt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.whatsapp.Template;
import nl.aanspreekpunt.outbox.whatsapp.Templates;

/** The keys of the templates that WhatsApp approved. */
final class WhatsAppSettings {
  private static final Pattern SID = Pattern.compile("HX[0-9a-fA-F]{32}");
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\d{1,2})}}");
  private static final List<String> LANGUAGES = List.of("nl", "en");

  private WhatsAppSettings() {}

  static Templates read(Settings settings) {
    List<Template> all = new ArrayList<>();
    for (String name : settings.names("whatsapp.templates")) {
      all.add(one(settings, name, "whatsapp." + name + "."));
    }
    return new Templates(all);
  }

  private static Template one(Settings settings, String name, String key) {
    List<Template.Value> values =
        settings.some(
            key + "values",
            "official, link",
            "any of official, number, link, municipality, words",
            WhatsAppSettings::values);
    Map<String, Template.Wording> wordings = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      wording(settings, key + language, values == null ? 0 : values.size())
          .ifPresent(wording -> wordings.put(language, wording));
    }
    if (wordings.isEmpty()) {
      settings.refuse(key + "nl-sid: the SID of a template (HX...) is expected, and none is given");
    }
    return new Template(
        name, settings.text(key + "title", name), values == null ? List.of() : values, wordings);
  }

  private static Optional<Template.Wording> wording(Settings settings, String key, int places) {
    String sid = settings.one(key + "-sid", "the SID of a template (HX...)", WhatsAppSettings::sid);
    String text = settings.text(key + "-text", null);
    settings.together(key + "-sid", key + "-text");
    if (text != null && !fits(text, places)) {
      settings.refuse(
          key
              + "-text: the text as it was approved is expected, with a place for each of values: "
              + "{{1}}, {{2}} and so on");
    }
    return sid == null || text == null
        ? Optional.empty()
        : Optional.of(new Template.Wording(sid, text));
  }

  private static boolean fits(String text, int places) {
    TreeSet<Integer> said = new TreeSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      said.add(Integer.parseInt(place.group(1)));
    }
    return said.size() == places
        && (said.isEmpty() || (said.first() == 1 && said.last() == places));
  }

  private static Optional<String> sid(String text) {
    return Optional.of(text).filter(SID.asMatchPredicate());
  }

  private static Optional<List<Template.Value>> values(List<String> words) {
    List<Template.Value> values = new ArrayList<>();
    for (String word : words) {
      Optional<Template.Value> value =
          Stream.of(Template.Value.values())
              .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
              .findFirst();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }
}
