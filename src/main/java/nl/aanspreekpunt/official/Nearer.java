package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which cuts bring the text of a directory's file nearer to what is wanted in it. */
final class Nearer {
  private final FileText in;
  private final List<FileText.Cut> cuts = new ArrayList<>();
  private boolean shared;

  Nearer(FileText in) {
    this.in = in;
  }

  /**
   * Some may touch others; then those wait until the text is read again. None when something is
   * written once for more places than are to change.
   */
  List<FileText.Cut> to(Object is, Object wanted) {
    nearer(in.root(), is, wanted);
    return shared ? List.of() : cuts;
  }

  private void nearer(FileText.Spot spot, Object is, Object wanted) {
    if (is.equals(wanted)) {
      return;
    }
    if (in.shared(spot)) {
      shared = true;
    } else if (spot.isMap() && wanted instanceof Map<?, ?> map && !map.isEmpty()) {
      map(spot, (Map<?, ?>) is, map);
    } else if (spot.isList() && wanted instanceof List<?> list && !list.isEmpty()) {
      list(spot, (List<?>) is, list);
    } else {
      cuts.add(in.replace(spot, wanted));
    }
  }

  /** A new key before old ones go, so that nothing is empty in between. */
  private void map(FileText.Spot map, Map<?, ?> is, Map<?, ?> wanted) {
    boolean grows = false;
    for (Map.Entry<?, ?> one : wanted.entrySet()) {
      String key = String.valueOf(one.getKey());
      if (is.containsKey(key)) {
        nearer(in.step(map, key), is.get(key), one.getValue());
      } else if (!grows) {
        grows = true;
        cuts.add(in.add(map, key, one.getValue()));
      }
    }
    for (Object key : is.keySet()) {
      if (!grows && !wanted.containsKey(key)) {
        cuts.add(in.remove(in.step(map, String.valueOf(key))));
      }
    }
  }

  private void list(FileText.Spot list, List<?> is, List<?> wanted) {
    Map<String, Object> before = byId(is);
    Map<String, Object> after = byId(wanted);
    List<String> stay = before.keySet().stream().filter(after::containsKey).toList();
    List<String> come = after.keySet().stream().filter(id -> !before.containsKey(id)).toList();
    boolean inOrder =
        List.copyOf(after.keySet()).equals(Stream.concat(stay.stream(), come.stream()).toList());
    if (stay.isEmpty() || !inOrder) {
      middle(list, is, wanted);
      return;
    }
    int position = 0;
    for (Map.Entry<String, Object> one : before.entrySet()) {
      if (after.containsKey(one.getKey())) {
        nearer(in.entry(list, position), one.getValue(), after.get(one.getKey()));
      } else {
        cuts.add(in.splice(list, position, position + 1, List.of()));
      }
      position++;
    }
    if (!come.isEmpty()) {
      cuts.add(in.splice(list, position, position, come.stream().map(after::get).toList()));
    }
  }

  /** Empty when not each has an id of its own. */
  private static Map<String, Object> byId(List<?> list) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Object one : list) {
      if (one instanceof Map<?, ?> map && map.get("id") instanceof String id) {
        all.put(id, one);
      }
    }
    return all.size() == list.size() ? all : Map.of();
  }

  /** What is the same at the start and at the end of a list stays. */
  private void middle(FileText.Spot list, List<?> is, List<?> wanted) {
    int least = Math.min(is.size(), wanted.size());
    int start = 0;
    while (start < least && is.get(start).equals(wanted.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && is.get(is.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    int to = is.size() - end;
    if (is.size() == wanted.size() && isMap(is.get(start)) && isMap(wanted.get(start))) {
      nearer(in.entry(list, start), is.get(start), wanted.get(start));
    } else {
      cuts.add(in.splice(list, start, to, wanted.subList(start, wanted.size() - end)));
    }
  }

  private static boolean isMap(Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty();
  }
}
