package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.Place;

/** One kind of thing in the directory that has forms. */
interface Subject {
  /**
   * One in a list.
   *
   * @param detail what tells it from others; null: nothing
   */
  record Row(String id, String name, String detail) {}

  /** In the path of its form, and in the keys of its texts: {@code onderwerp}. */
  String one();

  /** In the path of its list: {@code onderwerpen}. */
  String many();

  /** One form and no list: at {@link #many()}, with an empty id. */
  default boolean single() {
    return false;
  }

  /** Whether the form can be opened empty, and what is there can go. */
  default boolean comesAndGoes() {
    return !single();
  }

  List<Row> rows(Seen seen);

  /** Where one with this id stands in the file. */
  Place place(String id);

  default boolean exists(Seen seen, String id) {
    return single() || seen.file().at(place(id)) != null;
  }

  /** Of one, or of one that is new: what is asked first gives it its id. */
  List<Field> fields(Seen seen, String id);

  /** What stands there now. */
  default Object value(Seen seen, String id, Field field) {
    return seen.file().at(field.place());
  }

  /** An id for what is new. */
  default String id(String name) {
    return Fed.id(name.replace('@', '-'));
  }

  /** The same, or another when it is of something that is no more. */
  default String free(Seen seen, String id) {
    return id;
  }

  /** The first of these that nothing moved from. */
  static String free(Set<String> moved, String id) {
    return Stream.concat(
            Stream.of(id), IntStream.rangeClosed(2, moved.size() + 2).mapToObj(n -> id + "-" + n))
        .filter(one -> !moved.contains(one))
        .findFirst()
        .orElseThrow();
  }

  /** The same, as it is given to what is new now. */
  default String newId(Seen seen, String name) {
    return free(seen, id(name));
  }

  /** What is to be known of the id that is given to what is new; null: nothing. */
  default String note(Seen seen, String newId) {
    return null;
  }

  /**
   * What somebody filled in, as a change.
   *
   * @throws DirectoryRefused when others changed the same meanwhile, or it cannot be
   */
  default Change change(Seen seen, String id, List<Edit> edits, boolean isNew)
      throws DirectoryRefused {
    if (!isNew || edits.isEmpty()) {
      return Change.of(edits);
    }
    Place list = new Place(place(id).steps().subList(0, place(id).steps().size() - 1));
    return Change.of(List.of(Edit.entry(list, id, edits)));
  }

  /**
   * What this comes to, with examples from now on.
   *
   * @param filled as somebody filled it in
   * @param as the directory as it is, or as it would be
   */
  default List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    return List.of();
  }

  /** Where its work may go when it goes; empty: it has none. */
  default List<Row> heirs(Seen seen, String id) {
    return List.of();
  }

  /** What hinders it from going, as the key of a text and a link; null: nothing. */
  default Hindered hindered(Seen seen, String id) {
    return null;
  }

  /**
   * @param text key of what is in the way and what to do
   * @param path where that is done
   */
  record Hindered(String text, String name, String path) {}

  /**
   * It goes, and what points to it with it.
   *
   * @param heir id of what comes in its place; null: nothing
   */
  default List<Edit> removal(Seen seen, String id, String heir) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Remove(place(id), seen.file().at(place(id))));
    return edits;
  }
}
