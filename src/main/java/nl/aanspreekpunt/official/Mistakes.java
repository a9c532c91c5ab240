package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a directory file, in order: at each place what was found first. */
final class Mistakes {
  private static final int MOST_SAID = 20;

  private final String file;
  private final Map<String, String> expected = new LinkedHashMap<>();

  Mistakes(String file) {
    this.file = file;
  }

  /**
   * @param place such as {@code teams[2].coordinator}; empty for the file itself
   */
  void add(String place, String what) {
    expected.putIfAbsent(place, what);
  }

  /** Refuses the file when there was any. */
  void check() throws DirectoryRefused {
    if (expected.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    expected.forEach(
        (place, what) -> lines.add(file + ": " + (place.isEmpty() ? "" : place + ": ") + what));
    int more = lines.size() - MOST_SAID;
    throw new DirectoryRefused(
        more > 0 ? with(lines.subList(0, MOST_SAID), file + ": and " + more + " more") : lines);
  }

  private static List<String> with(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }
}
