package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What stands in a directory's file, as texts, lists and maps; an edit gives others. Pure. */
final class Values {
  private Values() {}

  /** Null when nothing stands there. */
  static Object at(Object root, Place place) {
    Object here = root;
    for (String step : place.steps()) {
      here = step(here, step);
    }
    return here;
  }

  private static Object step(Object in, String step) {
    if (in instanceof Map<?, ?> map) {
      return map.get(step);
    }
    return in instanceof List<?> list && position(list, step) >= 0
        ? list.get(position(list, step))
        : null;
  }

  /** Of the entry with this id; -1 when there is none. */
  static int position(List<?> list, String id) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> map && id.equals(map.get("id"))) {
        return i;
      }
    }
    return -1;
  }

  /** What is empty says as little as what is not there. */
  static boolean nothing(Object value) {
    return value == null
        || "".equals(value)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  static boolean same(Object one, Object other) {
    return nothing(one) ? nothing(other) : one.equals(other);
  }

  /** Whether an edit can find its place: the entry of a list that it is in is there. */
  static boolean reachable(Object root, Place place) {
    Object here = root;
    for (String step : place.steps().subList(0, place.steps().size() - 1)) {
      Object next = step(here, step);
      if (here instanceof String || (here instanceof List && next == null)) {
        return nothing(here);
      }
      here = next;
    }
    return true;
  }

  static Object after(Object root, Edit edit) {
    if (edit instanceof Edit.Put put) {
      return with(root, put.place().steps(), was -> nothing(put.becomes()) ? null : put.becomes());
    }
    return edit instanceof Edit.Add add
        ? with(root, add.place().steps(), was -> longer(was, add.entry()))
        : with(root, edit.place().steps(), was -> null);
  }

  private static List<Object> longer(Object list, Object entry) {
    List<Object> all = new ArrayList<>(list instanceof List<?> before ? before : List.of());
    all.add(entry);
    return all;
  }

  /** What holds nothing more goes too. */
  private static Object with(Object in, List<String> steps, UnaryOperator<Object> change) {
    if (steps.isEmpty()) {
      return change.apply(in);
    }
    String step = steps.get(0);
    List<String> further = steps.subList(1, steps.size());
    if (in instanceof List<?> list && !list.isEmpty()) {
      List<Object> all = new ArrayList<>(list);
      int position = position(list, step);
      Object becomes = position < 0 ? null : with(all.get(position), further, change);
      if (becomes != null) {
        all.set(position, becomes);
      } else if (position >= 0) {
        all.remove(position);
      }
      return all.isEmpty() ? null : all;
    }
    Map<Object, Object> all = new LinkedHashMap<>(in instanceof Map<?, ?> map ? map : Map.of());
    Object becomes = with(all.get(step), further, change);
    if (becomes == null) {
      all.remove(step);
    } else {
      all.put(step, becomes);
    }
    return all.isEmpty() ? null : all;
  }
}
