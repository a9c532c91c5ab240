package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.Official;
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

  /** None of what has one form and no list. */
  default List<Row> rows(Seen seen) {
    return List.of();
  }

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

  /** The same, or another when that is not free for what is new now. */
  default String newId(Seen seen, String name) {
    return id(name);
  }

  /** The first of this id and those with a number after it that is not taken. */
  static String free(String id, Predicate<String> taken) {
    return Stream.concat(
            Stream.of(id), IntStream.iterate(2, next -> next + 1).mapToObj(n -> id + "-" + n))
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
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

  /** The others of its kind. */
  default List<Row> others(Seen seen, String id) {
    return rows(seen).stream().filter(one -> !one.id().equals(id)).toList();
  }

  /** Who it is, and works here; empty: it is nobody. */
  default Optional<Official> person(Seen seen, String id) {
    return Optional.empty();
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
