package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Place;

/** The parts of the municipality. */
final class Neighbourhoods implements Subject {
  private static final String LIST = "neighbourhoods";

  @Override
  public String one() {
    return "wijk";
  }

  @Override
  public String many() {
    return "wijken";
  }

  @Override
  public List<Row> rows(Seen seen) {
    return seen.directory().neighbourhoods().entrySet().stream()
        .map(one -> new Row(one.getKey(), one.getValue(), null))
        .toList();
  }

  @Override
  public Place place(String id) {
    return Place.of(LIST, id);
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    return List.of(Field.line("name", place(id)).needed());
  }

  @Override
  public Change change(Seen seen, String id, List<Edit> edits, boolean isNew)
      throws DirectoryRefused {
    return Change.of(edits);
  }

  /** Who only worked there works everywhere then, unless another comes in its place. */
  @Override
  public List<Row> heirs(Seen seen, String id) {
    return others(seen, id);
  }

  @Override
  public List<Edit> removal(Seen seen, String id, String heir) {
    List<Edit> edits = Subject.super.removal(seen, id, heir);
    edits.addAll(Topics.instead(seen, LIST, id, heir));
    return edits;
  }
}
