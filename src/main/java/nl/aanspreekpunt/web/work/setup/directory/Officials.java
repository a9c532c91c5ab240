package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedForm;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.web.Choice;

/**
 * Who works here. Somebody of whom a table or another system speaks stands on top of the file, so
 * their form speaks there too.
 */
final class Officials implements Subject {
  private static final List<Role> GIVEN =
      List.of(Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR, Role.COMPLAINTS);

  @Override
  public String one() {
    return "ambtenaar";
  }

  @Override
  public String many() {
    return "ambtenaren";
  }

  @Override
  public List<Row> rows(Seen seen) {
    return seen.directory().officials().stream()
        .map(one -> new Row(one.id(), one.name(), detail(seen, one)))
        .toList();
  }

  private static String detail(Seen seen, Official one) {
    String detail = one.function() + " · " + seen.names().team(one.team());
    return seen.directory().employed(one.id(), seen.now())
        ? detail
        : detail + " · " + seen.words().say("gids.ambtenaar.left");
  }

  @Override
  public Place place(String id) {
    return Place.of("officials", id);
  }

  @Override
  public boolean exists(Seen seen, String id) {
    return official(seen, id).isPresent();
  }

  private static Optional<Official> official(Seen seen, String id) {
    return seen.directory().officials().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whether a table or another system speaks of them. */
  static boolean fed(Seen seen, String id) {
    return seen.file().fed().stream().anyMatch(one -> one.id().equals(id));
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    Place one = place(id);
    List<Choice> roles =
        GIVEN.stream()
            .map(
                role ->
                    Seen.choice(
                        role.name().toLowerCase(Locale.ROOT),
                        seen.words().say("gids.role." + role)))
            .toList();
    return List.of(
        Field.line("name", one.then("name")).needed(),
        Field.line("function", one.then("function")).needed(),
        Field.one("team", one.then("team"), seen.teams()).needed(),
        Field.line("email", one.then("email")).needed(),
        Field.line("address", one.then("address")).needed(),
        Field.line("phone", one.then("phone")),
        Field.line("rings", one.then("rings")),
        Field.several("topics", one.then("topics"), seen.topics()),
        Field.several("neighbourhoods", one.then("neighbourhoods"), seen.neighbourhoods()),
        Field.line("capacity", one.then("capacity")).needed(),
        Field.line("cap", one.then("cap")),
        Field.line("share", one.then("share")),
        seen.official("deputy", one.then("deputy"), id),
        Field.several("roles", one.then("roles"), roles),
        Field.area("hours", one.then("hours"), seen.hours()),
        Field.area("languages", one.then("languages"), Codec.WORDS));
  }

  @Override
  public Object value(Seen seen, String id, Field field) {
    Object written = seen.file().at(field.place());
    Optional<Official> one = official(seen, id);
    boolean stated =
        field.name().equals("hours") && one.isPresent() && !says(written, one.get().hours());
    return stated || fed(seen, id)
        ? one.map(is -> FedForm.value(is, field.name())).orElse(null)
        : written;
  }

  /** Hours that somebody stated hold over what is written in the file. */
  private static boolean says(Object written, OpeningHours hours) {
    return written == null ? hours == null : OpeningHours.parse(written).equals(hours);
  }

  @Override
  public Change change(Seen seen, String id, List<Edit> edits, boolean isNew)
      throws DirectoryRefused {
    if (edits.isEmpty() || !fed(seen, id)) {
      return Subject.super.change(seen, id, edits, isNew);
    }
    return new Change(List.of(), new FedForm(id, edits));
  }

  @Override
  public String id(String name) {
    return Fed.id(name.strip().replace(' ', '.').replace('@', '-'));
  }

  @Override
  public Optional<Official> person(Seen seen, String id) {
    return seen.directory()
        .official(id)
        .filter(one -> seen.directory().employed(one.id(), seen.now()));
  }

  /** A namesake, also of somebody who left, is another: {@code jan.devries-2}. */
  @Override
  public String newId(Seen seen, String name) {
    return Subject.free(id(name), one -> had(seen, one));
  }

  @Override
  public String note(Seen seen, String newId) {
    int end = newId.lastIndexOf('-');
    String first =
        end > 0 && newId.substring(end + 1).matches("\\d+") ? newId.substring(0, end) : "";
    return had(seen, first) ? seen.words().say("gids.ambtenaar.namesake", newId, first) : null;
  }

  private static boolean had(Seen seen, String id) {
    return seen.directory().official(id).isPresent() || seen.file().had().contains(id);
  }

  @Override
  public Hindered hindered(Seen seen, String id) {
    String name = seen.names().of(id);
    if (seen.directory().employed(id, seen.now())) {
      return new Hindered("gids.ambtenaar.employed", name, "/werk/team/vertrek/" + id);
    }
    return fed(seen, id) ? new Hindered("gids.ambtenaar.fed", name, null) : null;
  }

  /** Nobody stands in for others who is not there. */
  @Override
  public List<Edit> removal(Seen seen, String id, String heir) {
    List<Edit> edits = Subject.super.removal(seen, id, heir);
    Stream.of(seen.directory().officials())
        .flatMap(List::stream)
        .map(one -> Place.of("officials", one.id(), "deputy"))
        .filter(place -> id.equals(seen.file().text(place)))
        .forEach(place -> edits.add(new Edit.Remove(place, id)));
    return edits;
  }
}
