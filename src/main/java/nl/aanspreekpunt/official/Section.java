package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * A map in the directory file and the place where it stands, so that each mistake names it. What is
 * wrong is noted, and reading goes on with something of its kind, so that all of it is found.
 */
record Section(Mistakes mistakes, String place, Map<?, ?> values) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_TEXT = 1000;

  void mistake(String key, String expected) {
    mistakes.add(at(key), expected);
  }

  void mistake(String key, Mistake.What what, String value, String expected) {
    mistakes.add(at(key), what, value, expected);
  }

  /** {@code teams[2].coordinator}. */
  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /** Notes any other key: a key misspelt would else be a rule that silently does not hold. */
  Section only(String... keys) {
    Set<String> known = Set.of(keys);
    for (Object key : values.keySet()) {
      if (!known.contains(key)) {
        mistake(
            String.valueOf(key),
            "this key is not known; known here are " + String.join(", ", keys));
      }
    }
    return this;
  }

  /** Empty when it is missing. */
  String text(String key) {
    String text = textOrNull(key);
    if (text == null) {
      mistake(key, Mistake.What.MISSING, "", "a text is expected");
      return "";
    }
    return text;
  }

  /** Null when the key is not there or has no value. */
  String textOrNull(String key) {
    Object value = values.get(key);
    if (value == null || "".equals(value)) {
      return null;
    }
    return checkedText(key, value);
  }

  private String checkedText(String key, Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      mistake(key, "a text is expected");
      return null;
    }
    if (text.length() > LONGEST_TEXT) {
      mistake(
          key,
          Mistake.What.LONG,
          String.valueOf(LONGEST_TEXT),
          "a text of at most " + LONGEST_TEXT + " characters is expected");
    }
    return text.strip();
  }

  String id(String key) {
    return checkedId(key, text(key));
  }

  String idOrNull(String key) {
    String id = textOrNull(key);
    return id == null ? null : checkedId(key, id);
  }

  /** A key that is itself an id. */
  String checkedId(Object key) {
    return checkedId(String.valueOf(key), String.valueOf(key));
  }

  private String checkedId(String key, String id) {
    if (!id.isEmpty() && (!ID.matcher(id).matches() || id.length() > 80)) {
      mistake(
          key,
          Mistake.What.ID,
          id,
          "'" + id + "' is no id; small letters and digits, parted by dots or dashes, are");
    }
    return id;
  }

  /** Null when it is not there, or is none of these. */
  String oneOf(String key, List<String> of) {
    String text = textOrNull(key);
    if (text != null && !of.contains(text)) {
      mistake(key, "one of " + String.join(", ", of) + " is expected");
      return null;
    }
    return text;
  }

  boolean flag(String key) {
    String text = textOrNull(key);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      mistake(key, "true or false is expected");
    }
    return "true".equals(text);
  }

  int count(String key, int least, int most) {
    String text = text(key);
    int count = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (count < least || count > most) {
      mistake(
          key,
          Mistake.What.NUMBER,
          least + "–" + most,
          "a whole number from " + least + " to " + most + " is expected");
      return least;
    }
    return count;
  }

  /** Empty when the key is not there. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    List<?> list = list(key);
    for (int i = 0; i < list.size(); i++) {
      String text = checkedText(key + "[" + i + "]", list.get(i));
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  /** Empty when the key is not there. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    List<?> list = list(key);
    for (int i = 0; i < list.size(); i++) {
      Section section = inner(key + "[" + i + "]", list.get(i));
      if (section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  List<?> list(String key) {
    Object value = values.get(key);
    if (value == null || "".equals(value)) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      mistake(key, "a list is expected");
      return List.of();
    }
    return list;
  }

  /** Null when the key is not there, or no map. */
  Section sectionOrNull(String key) {
    Object value = values.get(key);
    return value == null || "".equals(value) ? null : inner(key, value);
  }

  private Section inner(String key, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      mistake(key, "keys and values are expected");
      return null;
    }
    return new Section(mistakes, at(key), map);
  }

  /** A map of {@code nl} and {@code en}, or one text for both. */
  Words words(String key) {
    if (values.get(key) instanceof String) {
      return new Words(text(key), null);
    }
    Section words = sectionOrNull(key);
    if (words == null) {
      mistake(key, Mistake.What.MISSING, "", "a text, or nl and en, is expected");
      return new Words("", null);
    }
    words.only("nl", "en");
    return new Words(words.text("nl"), words.textOrNull("en"));
  }

  /** Null when not written. */
  OpeningHours hours(String key) {
    Object written = values.get(key);
    if (written == null || "".equals(written)) {
      return null;
    }
    try {
      return OpeningHours.parse(written);
    } catch (IllegalArgumentException e) {
      mistake(key, Mistake.What.HOURS, "", e.getMessage());
      return null;
    }
  }

  /** Null when not written. A norm of nothing would make each promise late when it is made. */
  Norm norm(String key) {
    String text = textOrNull(key);
    if (text == null) {
      return null;
    }
    try {
      Norm norm = Norm.parse(text);
      if (norm.days() == 0 && !norm.onCalendar() && norm.time().isZero()) {
        mistake(
            key,
            Mistake.What.NORM,
            text,
            "'" + text + "' is no time at all; PT4H, P2D or P6W is expected");
      }
      return norm;
    } catch (IllegalArgumentException e) {
      mistake(key, Mistake.What.NORM, text, e.getMessage());
      return null;
    }
  }
}
