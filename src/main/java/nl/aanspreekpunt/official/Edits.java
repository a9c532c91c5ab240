package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Edits of a directory's file in its text: comments, order and layout of all else stay. What comes
 * out is read again and compared with what was asked for, so that a file that is laid out in a way
 * that is not foreseen here (with anchors, say) is refused and never spoilt.
 */
final class Edits {
  /** At once; a form has a few. */
  private static final int MOST = 200;

  /** For one edit: each key and entry of a large value may take one. */
  private static final int MOST_CUTS = 1_000;

  private final String file;
  private String text;
  private Object values;

  private Edits(String file, String text) throws DirectoryRefused {
    this.file = file;
    this.text = text;
    values = DirectoryYaml.read(file, text).values();
  }

  /** The text as it would be. Fails with each clash with what others changed meanwhile. */
  static String applied(String file, String yaml, List<Edit> edits) throws DirectoryRefused {
    if (edits.size() > MOST) {
      throw new DirectoryRefused(file + ": at most " + MOST + " edits at once are expected");
    }
    Edits on = new Edits(file, yaml);
    on.clashes(edits);
    for (Edit edit : edits) {
      on.apply(edit);
    }
    return on.text;
  }

  private void clashes(List<Edit> edits) throws DirectoryRefused {
    List<Clash> clashes = new ArrayList<>();
    for (Edit edit : edits) {
      Object is = Values.at(values, edit.place());
      if (edit instanceof Edit.Add add) {
        Object other = add.id() == null ? null : Values.at(values, add.place().then(add.id()));
        if (other != null && !other.equals(add.entry())) {
          clashes.add(new Clash(add.place().then(add.id()), null, other));
        }
      } else if (!Values.same(is, edit.was()) && !done(edit, is)) {
        clashes.add(new Clash(edit.place(), edit.was(), is));
      } else if (!Values.reachable(values, edit.place()) && !done(edit, is)) {
        clashes.add(new Clash(edit.place(), edit.was(), null));
      }
    }
    if (!clashes.isEmpty()) {
      throw DirectoryRefused.clashing(clashes);
    }
  }

  /** Somebody did the very same already. */
  private static boolean done(Edit edit, Object is) {
    return edit instanceof Edit.Put put ? Values.same(is, put.becomes()) : Values.nothing(is);
  }

  private void apply(Edit edit) throws DirectoryRefused {
    Object is = Values.at(values, edit.place());
    boolean there =
        edit instanceof Edit.Add add
            ? add.id() != null && Values.at(values, add.place().then(add.id())) != null
            : done(edit, is);
    if (there) {
      return;
    }
    Object wanted = Values.after(values, edit);
    for (int cuts = 0; !wanted.equals(values); cuts++) {
      if (cuts == MOST_CUTS || !cut(wanted)) {
        throw unforeseen(edit);
      }
    }
  }

  /** One cut nearer to what is wanted; false when it cannot be made. */
  private boolean cut(Object wanted) {
    try {
      FileText now = new FileText(text);
      text = nearer(now, now.root(), values, wanted);
      values = DirectoryYaml.read(file, text).values();
      return true;
    } catch (DirectoryRefused | YAMLException | ClassCastException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** New keys before old ones go, so that nothing is empty in between. */
  private static String nearer(FileText in, FileText.Spot spot, Object is, Object wanted) {
    if (spot.isMap() && wanted instanceof Map<?, ?> map && !map.isEmpty()) {
      return nearer(in, spot, (Map<?, ?>) is, map);
    }
    if (spot.isList() && wanted instanceof List<?> list && !list.isEmpty()) {
      return nearer(in, spot, (List<?>) is, list);
    }
    return in.replace(spot, wanted);
  }

  private static String nearer(FileText in, FileText.Spot map, Map<?, ?> is, Map<?, ?> wanted) {
    for (Map.Entry<?, ?> one : wanted.entrySet()) {
      String key = String.valueOf(one.getKey());
      if (!is.containsKey(key)) {
        return in.add(map, key, one.getValue());
      }
      if (!one.getValue().equals(is.get(key))) {
        return nearer(in, in.step(map, key), is.get(key), one.getValue());
      }
    }
    Object gone = is.keySet().stream().filter(key -> !wanted.containsKey(key)).findFirst().get();
    return in.remove(in.step(map, String.valueOf(gone)));
  }

  /** What is the same at the start and at the end of a list stays. */
  private static String nearer(FileText in, FileText.Spot list, List<?> is, List<?> wanted) {
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
      return nearer(in, in.entry(list, start), is.get(start), wanted.get(start));
    }
    return in.splice(list, start, to, wanted.subList(start, wanted.size() - end));
  }

  private static boolean isMap(Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty();
  }

  private DirectoryRefused unforeseen(Edit edit) {
    return new DirectoryRefused(
        file
            + ": "
            + edit.place()
            + ": is written in a way that only whoever wrote it can change;"
            + " change it in the file, and apply that");
  }
}
