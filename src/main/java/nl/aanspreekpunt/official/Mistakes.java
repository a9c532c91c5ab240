package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a directory file, in order: at each place what was found first. */
final class Mistakes {
  private static final int MOST_SAID = 20;
  private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\[(\\d{1,9})](.*)");

  private final String file;
  private final Map<?, ?> root;
  private final Map<String, Mistake> found = new LinkedHashMap<>();

  /**
   * @param root what stands in the file
   */
  Mistakes(String file, Map<?, ?> root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param place such as {@code teams[2].coordinator}; empty for the file itself
   */
  void add(String place, String expected) {
    add(place, Mistake.What.OTHER, "", expected);
  }

  void add(String place, Mistake.What what, String value, String expected) {
    found.putIfAbsent(place, new Mistake(place, what, value, expected));
  }

  /** Refuses the file when there was any. */
  void check() throws DirectoryRefused {
    if (found.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Mistake one : found.values()) {
      lines.add(file + ": " + (one.place().isEmpty() ? "" : one.place() + ": ") + one.expected());
      mistakes.add(new Mistake(byId(one.place()), one.what(), one.value(), one.expected()));
    }
    int more = lines.size() - MOST_SAID;
    throw DirectoryRefused.of(
        more > 0 ? with(lines.subList(0, MOST_SAID), file + ": and " + more + " more") : lines,
        mistakes);
  }

  /** Whether an entry of a list has something there itself. */
  boolean writes(String list, int position, String key, String inner) {
    return root.get(list) instanceof List<?> all
        && position < all.size()
        && all.get(position) instanceof Map<?, ?> entry
        && entry.get(key) instanceof Map<?, ?> map
        && map.get(inner) != null;
  }

  /** {@code teams[wonen].coordinator} for {@code teams[2].coordinator}. */
  private String byId(String place) {
    Matcher entry = ENTRY.matcher(place);
    if (!entry.matches() || !(root.get(entry.group(1)) instanceof List<?> list)) {
      return place;
    }
    int position = Integer.parseInt(entry.group(2));
    boolean named = position < list.size() && list.get(position) instanceof Map<?, ?>;
    Object id = named ? ((Map<?, ?>) list.get(position)).get("id") : null;
    return id instanceof String ? entry.group(1) + "[" + id + "]" + entry.group(3) : place;
  }

  private static List<String> with(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }
}
