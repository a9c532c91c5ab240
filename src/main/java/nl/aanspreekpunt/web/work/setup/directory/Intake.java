package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Place;

/** Who finds out, on which days, where a question belongs that fits nowhere. */
final class Intake implements Subject {
  @Override
  public String one() {
    return "dienst";
  }

  @Override
  public String many() {
    return "intakedienst";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Place place(String id) {
    return Place.of("intake");
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    return List.of(Field.rows("duties", place(id), new Rows(columns(seen), List.of())));
  }

  /** Who, and on which days. */
  static List<Field> columns(Seen seen) {
    return List.of(
        seen.official("official", Place.of("official")).needed(),
        Field.several("days", Place.of("days"), Weekdays.choices(seen.words())).as(Weekdays.CODEC));
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    return new Week(seen, as).of(filled.value("duties"));
  }
}
