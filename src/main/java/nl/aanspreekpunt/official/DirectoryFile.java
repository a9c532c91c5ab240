package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * Reads {@code directory.yaml}. A mistake is one line that names the file, the place ({@code
 * teams[2].coordinator}) and what is expected; what the file refers to is checked by {@link
 * DefinitionCheck}.
 */
final class DirectoryFile {
  private static final OpeningHours OFFICE_HOURS =
      OpeningHours.parse(Map.of("mon-fri", "08:30-17:00"));
  private static final Norms USUAL =
      new Norms(Norm.parse("P2D"), Norm.parse("P1D"), Norm.parse("PT4H"));

  private final DirectorySettings settings;
  private final List<Absence> absences = new ArrayList<>();

  private DirectoryFile(DirectorySettings settings) {
    this.settings = settings;
  }

  /** A file that somebody wrote: everything is checked. */
  static Definition read(String yaml, DirectorySettings settings) throws DirectoryRefused {
    Definition definition = readStored(yaml, settings);
    new DefinitionCheck(definition, settings).run();
    return definition;
  }

  /**
   * What was checked when it was applied. Not checked against the hub's domains again: with another
   * {@code mail.domain} the hub must still start, so that a new file can be applied.
   */
  static Definition readStored(String yaml, DirectorySettings settings) throws DirectoryRefused {
    return new DirectoryFile(settings).definition(DirectoryYaml.read(settings.file(), yaml));
  }

  private Definition definition(Section file) throws DirectoryRefused {
    file.only(
        "hours",
        "holidays",
        "norms",
        "ladder",
        "intake",
        "neighbourhoods",
        "topics",
        "teams",
        "officials");
    OpeningHours hours = hours(file);
    return new Definition(
        hours == null ? OFFICE_HOURS : hours,
        holidays(file.sectionOrNull("holidays")),
        each(file, "teams", this::team),
        each(file, "officials", this::official),
        absences,
        each(file, "topics", this::topic),
        neighbourhoods(file),
        norms(file.sectionOrNull("norms")),
        ladder(file),
        each(file, "intake", this::duty));
  }

  private interface Reader<T> {
    T read(Section section) throws DirectoryRefused;
  }

  private static <T> List<T> each(Section in, String key, Reader<T> reader)
      throws DirectoryRefused {
    List<T> read = new ArrayList<>();
    for (Section section : in.sections(key)) {
      read.add(reader.read(section));
    }
    if (read.isEmpty()) {
      throw in.refused(key, "a list with at least one entry is expected");
    }
    return read;
  }

  private static Holidays holidays(Section holidays) throws DirectoryRefused {
    if (holidays == null) {
      return Holidays.netherlands();
    }
    holidays.only("good-friday", "liberation-day");
    String liberation = holidays.textOrNull("liberation-day");
    return Holidays.netherlands(
        holidays.flag("good-friday"),
        switch (liberation == null ? "false" : liberation) {
          case "false" -> Holidays.LiberationDay.WORKED;
          case "true" -> Holidays.LiberationDay.FREE;
          case "lustrum" -> Holidays.LiberationDay.FREE_IN_LUSTRUM_YEARS;
          default -> throw holidays.refused("liberation-day", "true, false or lustrum is expected");
        });
  }

  private Team team(Section team) throws DirectoryRefused {
    team.only("id", "name", "coordinator", "manager", "hours");
    return new Team(
        team.id("id"), team.text("name"), team.id("coordinator"), team.id("manager"), hours(team));
  }

  /** Null when not written. */
  private static OpeningHours hours(Section section) throws DirectoryRefused {
    Object written = section.values().get("hours");
    if (written == null || "".equals(written)) {
      return null;
    }
    try {
      return OpeningHours.parse(written);
    } catch (IllegalArgumentException e) {
      throw section.refused("hours", e.getMessage());
    }
  }

  private Official official(Section official) throws DirectoryRefused {
    official.only(
        "id",
        "name",
        "function",
        "team",
        "portrait",
        "phone",
        "email",
        "address",
        "topics",
        "neighbourhoods",
        "hours",
        "capacity",
        "deputy",
        "roles",
        "absences");
    String id = official.id("id");
    for (Section absence : official.sections("absences")) {
      absences.add(absence(id, absence));
    }
    return new Official(
        id,
        official.text("name"),
        official.text("function"),
        official.id("team"),
        portrait(official),
        Contact.phone(official, "phone"),
        Contact.email(official, "email", official.text("email")),
        Contact.email(official, "address", official.text("address")),
        official.texts("topics"),
        official.texts("neighbourhoods"),
        hours(official),
        official.count("capacity", 1, 10_000),
        official.idOrNull("deputy"),
        roles(official));
  }

  private static String portrait(Section official) throws DirectoryRefused {
    String portrait = official.textOrNull("portrait");
    if (portrait != null && !portrait.matches("[a-z0-9][a-z0-9.-]{0,80}\\.(svg|png|jpg)")) {
      throw official.refused("portrait", "a file name such as samira-elamrani.svg is expected");
    }
    return portrait;
  }

  private static Set<Role> roles(Section official) throws DirectoryRefused {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Set<Role> givable = EnumSet.of(Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR, Role.COMPLAINTS);
    for (String text : official.texts("roles")) {
      roles.add(
          givable.stream()
              .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
              .findFirst()
              .orElseThrow(
                  () ->
                      official.refused(
                          "roles",
                          "'"
                              + text
                              + "' is not one of clerk, administrator, auditor, complaints"
                              + " (coordinator and manager follow from the teams)")));
    }
    return Set.copyOf(roles);
  }

  private Absence absence(String official, Section absence) throws DirectoryRefused {
    absence.only("from", "until", "deputy", "reason");
    absence.text("from");
    Instant from = startOf(absence, "from");
    Instant until = startOf(absence, "until");
    if (until != null && !until.isAfter(from)) {
      throw absence.refused("until", "the first day back, after from, is expected");
    }
    return new Absence(
        official,
        from,
        until,
        absence.idOrNull("deputy"),
        absence.textOrNull("reason"),
        "directory");
  }

  private Instant startOf(Section absence, String key) throws DirectoryRefused {
    String day = absence.textOrNull(key);
    try {
      return day == null ? null : LocalDate.parse(day).atStartOfDay(settings.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw absence.refused(key, "a day such as 2027-01-31 is expected");
    }
  }

  private Topic topic(Section topic) throws DirectoryRefused {
    topic.only("id", "name", "team", "keywords", "addresses", "confidential", "principle");
    List<String> addresses = new ArrayList<>();
    for (String address : topic.texts("addresses")) {
      addresses.add(Contact.email(topic, "addresses[" + addresses.size() + "]", address));
    }
    return new Topic(
        topic.id("id"),
        words(topic, "name"),
        topic.id("team"),
        topic.texts("keywords").stream()
            .map(keyword -> keyword.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableList()),
        List.copyOf(addresses),
        topic.flag("confidential"),
        principle(topic.sectionOrNull("principle")));
  }

  private static Principle principle(Section principle) throws DirectoryRefused {
    if (principle == null) {
      return null;
    }
    principle.only("words", "mandate", "urgency", "meanwhile");
    principle.text("urgency");
    return new Principle(
        words(principle, "words"),
        words(principle, "mandate"),
        norm(principle, "urgency"),
        words(principle, "meanwhile"));
  }

  /** A map of {@code nl} and {@code en}, or one text for both. */
  private static Words words(Section section, String key) throws DirectoryRefused {
    if (section.values().get(key) instanceof String) {
      return new Words(section.text(key), null);
    }
    Section words = section.sectionOrNull(key);
    if (words == null) {
      throw section.refused(key, "a text, or nl and en, is expected");
    }
    words.only("nl", "en");
    return new Words(words.text("nl"), words.textOrNull("en"));
  }

  private static Map<String, String> neighbourhoods(Section file) throws DirectoryRefused {
    Section written = file.sectionOrNull("neighbourhoods");
    if (written == null || written.values().isEmpty()) {
      throw file.refused("neighbourhoods", "ids with their names are expected");
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Object id : written.values().keySet()) {
      names.put(written.checkedId(id), written.text(String.valueOf(id)));
    }
    return names;
  }

  private static Map<String, Norms> norms(Section written) throws DirectoryRefused {
    Map<String, Norms> norms = new LinkedHashMap<>();
    norms.put(Definition.DEFAULT, USUAL);
    if (written == null) {
      return norms;
    }
    for (Object key : written.values().keySet()) {
      Section of = written.sectionOrNull(String.valueOf(key));
      if (of == null) {
        throw written.refused(String.valueOf(key), "answer, callback or find-out is expected");
      }
      of.only("answer", "callback", "find-out");
      Norms usual = Definition.DEFAULT.equals(key) ? USUAL : new Norms(null, null, null);
      norms.put(
          String.valueOf(key),
          new Norms(
              either(norm(of, "answer"), usual.answer()),
              either(norm(of, "callback"), usual.callback()),
              either(norm(of, "find-out"), usual.findOut())));
    }
    return norms;
  }

  private static Norm either(Norm written, Norm usual) {
    return written == null ? usual : written;
  }

  /** Null when not written. A norm of nothing would make each promise late when it is made. */
  private static Norm norm(Section section, String key) throws DirectoryRefused {
    String text = section.textOrNull(key);
    if (text == null) {
      return null;
    }
    try {
      Norm norm = Norm.parse(text);
      if (norm.days() == 0 && norm.time().isZero()) {
        throw section.refused(key, "'" + text + "' is no time at all; PT4H or P2D is expected");
      }
      return norm;
    } catch (IllegalArgumentException e) {
      throw section.refused(key, e.getMessage());
    }
  }

  private static Ladder ladder(Section file) throws DirectoryRefused {
    if (file.list("ladder").isEmpty()) {
      return Ladder.standard();
    }
    try {
      return Ladder.parse(file.list("ladder"));
    } catch (IllegalArgumentException e) {
      throw new DirectoryRefused(file.file() + ": " + e.getMessage());
    }
  }

  private Duty duty(Section duty) throws DirectoryRefused {
    duty.only("official", "days");
    String days = duty.textOrNull("days");
    return new Duty(
        duty.id("official"), days == null ? EnumSet.allOf(DayOfWeek.class) : days(duty, days));
  }

  /** {@code mon-fri}, {@code tue} or {@code mon, wed-fri}. */
  private static Set<DayOfWeek> days(Section duty, String written) throws DirectoryRefused {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : written.split(",", -1)) {
      try {
        days.addAll(OpeningHours.parse(Map.of(part.strip(), "00:00-24:00")).days().keySet());
      } catch (IllegalArgumentException e) {
        throw duty.refused("days", "'" + written + "'? days such as mon-fri or mon, wed");
      }
    }
    return days;
  }
}
