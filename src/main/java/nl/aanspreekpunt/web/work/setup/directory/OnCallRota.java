package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Place;

/** Who is told at any hour of what touches a principle, when that has no rota of its own. */
final class OnCallRota implements Subject {
  static final String ON_CALL = "on-call";

  @Override
  public String one() {
    return "oproep";
  }

  @Override
  public String many() {
    return "oproepdienst";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Place place(String id) {
    return Place.of(ON_CALL);
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    return List.of(rota(seen, place(id)));
  }

  static Field rota(Seen seen, Place place) {
    List<Field> columns = new ArrayList<>(Intake.columns(seen));
    columns.add(Field.line("phone", Place.of("phone")));
    return Field.rows(ON_CALL, place, new Rows(columns, List.of()));
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    Object rota = filled.value(ON_CALL);
    return rota == null ? List.of() : new Week(seen, as).of(rota);
  }
}
