package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.official.Place;

/** What else was agreed for all teams. */
final class Agreements implements Subject {
  @Override
  public String one() {
    return "afspraak";
  }

  @Override
  public String many() {
    return "afspraken";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Place place(String id) {
    return Place.of("offer");
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    return List.of(
        Field.term("offer", place(id), seen.words().language()),
        Field.line("officials-met", Place.of("officials-met")),
        Field.flag("silence-agrees", Place.of("backing", "silence-agrees")));
  }
}
