package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * What a table of officials says beside the directory as it is: who is new, changed, back or
 * leaving. Only what differs is fed, so that the directory's file goes on saying the rest.
 *
 * <p>A column that is missing says nothing. An empty cell takes away what somebody need not have;
 * of what everybody has (name, function, team, email, address, capacity) and of roles, it leaves
 * what is.
 */
public final class TableReading {
  /** Takes away whatever somebody has. */
  private static final String NO_ROLE = "none";

  private final Directory directory;
  private final String domain;
  private final Instant now;
  private final List<TableMistake> mistakes;
  private final Map<String, Long> lines = new HashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<Fed> fed = new ArrayList<>();
  private final List<String> returning = new ArrayList<>();
  private final List<String> leaving = new ArrayList<>();

  private TableReading(
      Directory directory, String domain, Instant now, List<TableMistake> mistakes) {
    this.directory = directory;
    this.domain = domain;
    this.now = now;
    this.mistakes = new ArrayList<>(mistakes);
  }

  /**
   * @param domain on which officials have their own address
   * @param complete whoever does not stand in it leaves
   */
  public static TableReading of(
      byte[] table, boolean complete, Directory directory, String domain, Instant now) {
    OfficialsReader.Read read = OfficialsReader.read(table);
    TableReading reading = new TableReading(directory, domain, now, read.mistakes());
    read.lines().forEach(reading::official);
    if (complete && read.mistakes().isEmpty()) {
      reading.leave();
    }
    return reading;
  }

  /** What is said of people that differs from what is known. */
  public List<Fed> fed() {
    return List.copyOf(fed);
  }

  /** Official ids of who is not known yet. */
  public List<String> added() {
    return fed.stream().map(Fed::id).filter(id -> directory.official(id).isEmpty()).toList();
  }

  /** Official ids of who would become an administrator. */
  public List<String> administrators() {
    return fed.stream()
        .filter(said -> said.roles() != null && said.roles().contains(Role.ADMINISTRATOR))
        .map(Fed::id)
        .filter(
            id ->
                !directory
                    .official(id)
                    .map(Official::roles)
                    .orElse(Set.of())
                    .contains(Role.ADMINISTRATOR))
        .toList();
  }

  /** Official ids of who had left. */
  public List<String> returning() {
    return List.copyOf(returning);
  }

  /** Official ids of who does not stand in a table that is complete. */
  public List<String> leaving() {
    return List.copyOf(leaving);
  }

  /** With what the directory finds wrong, by the line where it stands. */
  public List<TableMistake> mistakes(List<FedMistake> found) {
    return Stream.concat(
            mistakes.stream(),
            found.stream().map(one -> TableMistake.of(one, lines.getOrDefault(one.official(), 1L))))
        .distinct()
        .sorted(Comparator.comparingLong(TableMistake::line))
        .limit(TableMistake.MOST)
        .toList();
  }

  private void official(OfficialsReader.Line line) {
    Optional<Official> known = known(line);
    String id = known.map(Official::id).orElseGet(() -> newId(line));
    if (id.isEmpty()) {
      mistakes.add(new TableMistake(line.number(), "id", TableMistake.What.MISSING, ""));
      return;
    }
    if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*") || id.length() > 80) {
      mistakes.add(new TableMistake(line.number(), "id", TableMistake.What.WRONG, id));
      return;
    }
    if (!ids.add(id)) {
      mistakes.add(new TableMistake(line.number(), "id", TableMistake.What.TWICE, id));
      return;
    }
    lines.put(id, line.number());
    boolean works = directory.officials().stream().anyMatch(one -> one.id().equals(id));
    Fed said = said(line, id, works ? known : Optional.empty());
    if (!said.equals(Fed.nothing(id))) {
      fed.add(said);
    }
    if (known.isPresent() && !directory.employed(id, now)) {
      returning.add(id);
    }
  }

  /** By their id; without one, by their mailbox. */
  private Optional<Official> known(OfficialsReader.Line line) {
    String id = Objects.requireNonNullElse(line.cell("id"), "");
    String email = Objects.requireNonNullElse(line.cell("email"), "").toLowerCase(Locale.ROOT);
    return id.isEmpty()
        ? directory.officials().stream().filter(one -> one.email().equals(email)).findFirst()
        : directory.official(id);
  }

  /** As it stands there, else of the mailbox. */
  private String newId(OfficialsReader.Line line) {
    String id = Objects.requireNonNullElse(line.cell("id"), "");
    String email = Objects.requireNonNullElse(line.cell("email"), "");
    if (!id.isEmpty() || email.isEmpty()) {
      return id;
    }
    String made = Fed.id(email);
    String free = made;
    for (int next = 2; directory.official(free).isPresent() || ids.contains(free); next++) {
      free = made + "-" + next;
    }
    return free;
  }

  private Fed said(OfficialsReader.Line line, String id, Optional<Official> known) {
    String address = line.cell("address");
    boolean ownAddress = known.isEmpty() && (address == null || address.isEmpty());
    return new Fed(
        id,
        needed(line, "name", known.map(Official::name)),
        needed(line, "function", known.map(Official::function)),
        needed(line, "team", known.map(Official::team)),
        other(phone(line), known.map(one -> Objects.toString(one.phone(), ""))),
        email(line, "email", known.map(Official::email)),
        ownAddress ? id + "@" + domain : email(line, "address", known.map(Official::address)),
        several(line, "topics", known.map(Official::topics)),
        several(line, "neighbourhoods", known.map(Official::neighbourhoods)),
        number(line, "capacity", known.map(Official::capacity)),
        other(line.cell("deputy"), known.map(one -> Objects.toString(one.deputy(), ""))),
        orNone(line, "cap", known.map(one -> one.sharing().cap())),
        orNone(line, "share", known.map(one -> one.sharing().share())),
        several(line, "languages", known.map(one -> one.sharing().languages())),
        hours(line, known.map(Official::hours)),
        roles(line, known.map(Official::roles)));
  }

  /** Null when it says nothing else than what is known. */
  private static <T> T other(T said, Optional<T> known) {
    return said == null || known.filter(said::equals).isPresent() ? null : said;
  }

  /** What everybody has: an empty cell leaves it as it is. */
  private static String needed(OfficialsReader.Line line, String column, Optional<String> known) {
    String said = line.cell(column);
    return said == null || said.isEmpty() ? null : other(said, known);
  }

  private String email(OfficialsReader.Line line, String column, Optional<String> known) {
    String said = needed(line, column, Optional.empty());
    if (said == null) {
      return null;
    }
    Optional<String> read = Contact.email(said);
    if (read.isEmpty()) {
      mistakes.add(new TableMistake(line.number(), column, TableMistake.What.WRONG, said));
    }
    return other(read.orElse(null), known);
  }

  private String phone(OfficialsReader.Line line) {
    String said = line.cell("phone");
    if (said == null || said.isEmpty()) {
      return said;
    }
    Optional<String> read = Contact.phone(said);
    if (read.isEmpty()) {
      mistakes.add(new TableMistake(line.number(), "phone", TableMistake.What.WRONG, said));
    }
    return read.orElse(null);
  }

  private static List<String> several(
      OfficialsReader.Line line, String column, Optional<List<String>> known) {
    String said = line.cell(column);
    if (said == null) {
      return null;
    }
    List<String> all = Stream.of(said.split("[\\s,]+")).filter(one -> !one.isEmpty()).toList();
    return known.isEmpty() && all.isEmpty() ? null : other(all, known);
  }

  private Integer number(OfficialsReader.Line line, String column, Optional<Integer> known) {
    String said = needed(line, column, Optional.empty());
    if (said == null) {
      return null;
    }
    if (!said.matches("\\d{1,5}")) {
      mistakes.add(new TableMistake(line.number(), column, TableMistake.What.WRONG, said));
      return null;
    }
    return other(Integer.valueOf(said), known);
  }

  /** An empty cell says that there is none any more. */
  private Integer orNone(OfficialsReader.Line line, String column, Optional<Integer> known) {
    boolean empty = "".equals(line.cell(column));
    return empty ? known.map(was -> Fed.NONE).orElse(null) : number(line, column, known);
  }

  /** An empty cell says that they work as their team does. */
  private Map<String, String> hours(OfficialsReader.Line line, Optional<OpeningHours> known) {
    String said = line.cell("hours");
    if (said == null || said.equals(OfficialsTable.hours(known.orElse(null)))) {
      return null;
    }
    if (said.isEmpty()) {
      return Map.of();
    }
    Optional<OpeningHours> read = OfficialsTable.hours(said).filter(hours -> !hours.always());
    if (read.isEmpty()) {
      mistakes.add(new TableMistake(line.number(), "hours", TableMistake.What.WRONG, said));
    }
    return read.filter(hours -> !known.equals(Optional.of(hours)))
        .map(OpeningHours::written)
        .orElse(null);
  }

  /** An empty cell leaves them as they are, so that nobody loses one by an oversight. */
  private List<Role> roles(OfficialsReader.Line line, Optional<Set<Role>> known) {
    String said = needed(line, "roles", Optional.empty());
    if (said == null) {
      return null;
    }
    List<Role> all = new ArrayList<>();
    for (String text : said.toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
      Optional<Role> role = Role.given(text);
      role.ifPresent(all::add);
      if (role.isEmpty() && !text.equals(NO_ROLE)) {
        mistakes.add(new TableMistake(line.number(), "roles", TableMistake.What.UNKNOWN, text));
      }
    }
    Set<Role> roles = Set.copyOf(all);
    return known.orElse(Set.of()).equals(roles) ? null : roles.stream().sorted().toList();
  }

  /** Who leaves on a day that is known leaves on that day. */
  private void leave() {
    List<String> going = directory.departures().stream().map(Departure::official).toList();
    directory.officials().stream()
        .map(Official::id)
        .filter(id -> directory.employed(id, now) && !going.contains(id) && !ids.contains(id))
        .forEach(leaving::add);
    if (ids.isEmpty()) {
      leaving.clear();
      mistakes.add(new TableMistake(1, "", TableMistake.What.NOBODY_STAYS, ""));
    }
    anAdministratorStays();
  }

  /** Once its roles are given, and who does not stand in it has left. */
  private void anAdministratorStays() {
    List<String> going = directory.departures().stream().map(Departure::official).toList();
    Set<String> were =
        directory.officials().stream()
            .filter(Administrators::is)
            .map(Official::id)
            .filter(id -> !going.contains(id))
            .collect(Collectors.toSet());
    Set<String> then = new HashSet<>(were);
    for (Fed said : fed) {
      if (said.roles() != null) {
        then.remove(said.id());
        if (said.roles().contains(Role.ADMINISTRATOR)) {
          then.add(said.id());
        }
      }
    }
    if (!leaving.isEmpty() && !were.isEmpty() && leaving.containsAll(then)) {
      mistakes.add(new TableMistake(1, "", TableMistake.What.ADMINISTRATOR, ""));
    }
  }
}
