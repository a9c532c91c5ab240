package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/** A map in the directory file and the place where it stands, so that each refusal names it. */
record Section(String file, String place, Map<?, ?> values) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_TEXT = 1000;

  DirectoryRefused refused(String key, String expected) {
    return new DirectoryRefused(file + ": " + at(key) + ": " + expected);
  }

  /** {@code teams[2].coordinator}; the section itself for null. */
  private String at(String key) {
    return key == null ? place : place.isEmpty() ? key : place + "." + key;
  }

  /** Refuses any other key: a key misspelt would else be a rule that silently does not hold. */
  Section only(String... keys) throws DirectoryRefused {
    Set<String> known = Set.of(keys);
    for (Object key : values.keySet()) {
      if (!known.contains(key)) {
        throw refused(
            String.valueOf(key),
            "this key is not known; known here are " + String.join(", ", keys));
      }
    }
    return this;
  }

  String text(String key) throws DirectoryRefused {
    String text = textOrNull(key);
    if (text == null) {
      throw refused(key, "a text is expected");
    }
    return text;
  }

  /** Null when the key is not there or has no value. */
  String textOrNull(String key) throws DirectoryRefused {
    Object value = values.get(key);
    if (value == null || "".equals(value)) {
      return null;
    }
    return checkedText(key, value);
  }

  private String checkedText(String key, Object value) throws DirectoryRefused {
    if (!(value instanceof String text) || text.isBlank()) {
      throw refused(key, "a text is expected");
    }
    if (text.length() > LONGEST_TEXT) {
      throw refused(key, "a text of at most " + LONGEST_TEXT + " characters is expected");
    }
    return text.strip();
  }

  String id(String key) throws DirectoryRefused {
    return checkedId(key, text(key));
  }

  String idOrNull(String key) throws DirectoryRefused {
    String id = textOrNull(key);
    return id == null ? null : checkedId(key, id);
  }

  /** A key that is itself an id. */
  String checkedId(Object key) throws DirectoryRefused {
    return checkedId(String.valueOf(key), String.valueOf(key));
  }

  private String checkedId(String key, String id) throws DirectoryRefused {
    if (!ID.matcher(id).matches() || id.length() > 80) {
      throw refused(
          key, "'" + id + "' is no id; small letters and digits, parted by dots or dashes, are");
    }
    return id;
  }

  boolean flag(String key) throws DirectoryRefused {
    String text = textOrNull(key);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw refused(key, "true or false is expected");
    }
    return "true".equals(text);
  }

  int count(String key, int least, int most) throws DirectoryRefused {
    String text = text(key);
    int count = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (count < least || count > most) {
      throw refused(key, "a whole number from " + least + " to " + most + " is expected");
    }
    return count;
  }

  /** Empty when the key is not there. */
  List<String> texts(String key) throws DirectoryRefused {
    List<String> texts = new ArrayList<>();
    for (Object value : list(key)) {
      texts.add(checkedText(key + "[" + texts.size() + "]", value));
    }
    return List.copyOf(texts);
  }

  /** Empty when the key is not there. */
  List<Section> sections(String key) throws DirectoryRefused {
    List<Section> sections = new ArrayList<>();
    for (Object value : list(key)) {
      sections.add(inner(key + "[" + sections.size() + "]", value));
    }
    return sections;
  }

  List<?> list(String key) throws DirectoryRefused {
    Object value = values.get(key);
    if (value == null || "".equals(value)) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw refused(key, "a list is expected");
    }
    return list;
  }

  /** Null when the key is not there. */
  Section sectionOrNull(String key) throws DirectoryRefused {
    Object value = values.get(key);
    return value == null || "".equals(value) ? null : inner(key, value);
  }

  private Section inner(String key, Object value) throws DirectoryRefused {
    if (!(value instanceof Map<?, ?> map)) {
      throw refused(key, "keys and values are expected");
    }
    return new Section(file, at(key), map);
  }

  /** A map of {@code nl} and {@code en}, or one text for both. */
  Words words(String key) throws DirectoryRefused {
    if (values.get(key) instanceof String) {
      return new Words(text(key), null);
    }
    Section words = sectionOrNull(key);
    if (words == null) {
      throw refused(key, "a text, or nl and en, is expected");
    }
    words.only("nl", "en");
    return new Words(words.text("nl"), words.textOrNull("en"));
  }

  /** Null when not written. */
  OpeningHours hours(String key) throws DirectoryRefused {
    Object written = values.get(key);
    if (written == null || "".equals(written)) {
      return null;
    }
    try {
      return OpeningHours.parse(written);
    } catch (IllegalArgumentException e) {
      throw refused(key, e.getMessage());
    }
  }

  /** Null when not written. A norm of nothing would make each promise late when it is made. */
  Norm norm(String key) throws DirectoryRefused {
    String text = textOrNull(key);
    if (text == null) {
      return null;
    }
    try {
      Norm norm = Norm.parse(text);
      if (norm.days() == 0 && norm.time().isZero()) {
        throw refused(key, "'" + text + "' is no time at all; PT4H or P2D is expected");
      }
      return norm;
    } catch (IllegalArgumentException e) {
      throw refused(key, e.getMessage());
    }
  }
}
