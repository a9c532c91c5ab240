package nl.aanspreekpunt.official;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing in the directory's file that somebody wants otherwise, and what they had seen there. Of
 * two who change the same, the second is told what it is now ({@link DirectoryRefused#clashes}); of
 * two who change different things, both have their way. {@link AppliedFile} is what a form is
 * filled in from; {@link FileChange#parts} is what goes to {@code Rearranging.preview} and {@code
 * apply}.
 *
 * <p>Values are as the file's reader gives them: a text, a list, or a map of them; null, and what
 * is empty, says that nothing stands there. Numbers and {@code true} are texts too.
 */
public sealed interface Edit {
  Place place();

  /** What who edits had seen at this place; null: nothing. */
  Object was();

  /**
   * This stands there from now on: in place of what stood there, or as a new key, together with the
   * maps around it that are not there yet. A value that is empty takes the key out.
   */
  record Put(Place place, Object was, Object becomes) implements Edit {}

  /** An entry or a key goes. Comments stay, but those at the end of its own lines. */
  record Remove(Place place, Object was) implements Edit {}

  /**
   * One more entry at the end of a list.
   *
   * @param place of the list
   * @param entry with an {@code id}, where the entries of that list have one; another with that id
   *     is a clash
   */
  record Add(Place place, Map<String, ?> entry) implements Edit {
    @Override
    public Object was() {
      return null;
    }

    /** Null when entries of this list have none. */
    String id() {
      return entry.get("id") instanceof String id ? id : null;
    }
  }

  /**
   * A new entry of a list, with what is put within it.
   *
   * @param parts at places within the entry
   */
  static Add entry(Place list, String id, List<Edit> parts) {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("id", id);
    Object entry = start;
    int depth = list.steps().size() + 1;
    for (Edit one : parts) {
      Put put = (Put) one;
      Place within = new Place(put.place().steps().subList(depth, put.place().steps().size()));
      entry = Values.after(entry, new Put(within, null, put.becomes()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    ((Map<?, ?>) entry).forEach((key, value) -> all.put(String.valueOf(key), value));
    return new Add(list, all);
  }
}
