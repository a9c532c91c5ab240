package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.LadderRefused;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * Reads {@code directory.yaml}. Each mistake is one line that names the file, the place ({@code
 * teams[2].coordinator}) and what is expected; what the file refers to is checked by {@link
 * DefinitionCheck}.
 */
final class DirectoryFile {
  private static final OpeningHours OFFICE_HOURS =
      OpeningHours.parse(Map.of("mon-fri", "08:30-17:00"));

  private static final Norm A_DAY = Norm.parse("P1D");

  private static final Map<LadderRefused.Why, Mistake.What> WHY =
      Map.of(
          LadderRefused.Why.WHEN, Mistake.What.STEP_WHEN,
          LadderRefused.Why.CITIZEN, Mistake.What.STEP_CITIZEN,
          LadderRefused.Why.SHARE, Mistake.What.STEP_SHARE,
          LadderRefused.Why.EARLIER, Mistake.What.STEP_EARLIER,
          LadderRefused.Why.REPEATS, Mistake.What.STEP_REPEATS);

  private static final String BACKING = "backing";

  private final OfficialReader officials;

  private DirectoryFile(ZoneId zone) {
    officials = new OfficialReader(zone);
  }

  /** A file that somebody wrote: everything is checked. */
  static Definition read(String yaml, DirectorySettings settings) throws DirectoryRefused {
    return read(yaml, settings, List.of());
  }

  /**
   * The same beside a feed of people, whom it may name.
   *
   * @return what the file says, without them
   */
  static Definition read(String yaml, DirectorySettings settings, List<Fed> people)
      throws DirectoryRefused {
    Section file = DirectoryYaml.read(settings.file(), yaml);
    Definition definition = new DirectoryFile(settings.zone()).definition(file);
    new DefinitionCheck(definition.with(people), settings, file.mistakes()).run();
    file.mistakes().check();
    return definition;
  }

  /**
   * What was checked when it was applied. Not checked against the hub's domains again: with another
   * {@code mail.domain} the hub must still start, so that a new file can be applied.
   */
  static Definition readStored(String yaml, DirectorySettings settings) throws DirectoryRefused {
    Section file = DirectoryYaml.read(settings.file(), yaml);
    Definition definition = new DirectoryFile(settings.zone()).definition(file);
    file.mistakes().check();
    return definition;
  }

  private Definition definition(Section file) {
    file.only(
        "hours",
        "holidays",
        "norms",
        "offer",
        "ladder",
        "intake",
        "neighbourhoods",
        "topics",
        "teams",
        "officials",
        "moved",
        "officials-met",
        "on-call",
        BACKING);
    boolean silenceAgrees = silenceAgrees(file, false);
    PrincipleReader principles = PrincipleReader.in(file);
    OpeningHours hours = file.hours("hours");
    return new Definition(
        hours == null ? OFFICE_HOURS : hours,
        NormReader.holidays(file.sectionOrNull("holidays")),
        each(file, "teams", team -> team(team, silenceAgrees)),
        each(file, "officials", officials::read),
        officials.absences(),
        each(file, "topics", topic -> topic(topic, principles)),
        neighbourhoods(file),
        NormReader.norms(file.sectionOrNull("norms")),
        file.norm("offer") == null ? A_DAY : file.norm("offer"),
        ladder(file, Ladder.standard()),
        each(file, "intake", DirectoryFile::duty),
        MoveReader.read(file),
        file.textOrNull("officials-met") == null ? 3 : file.count("officials-met", 1, 100));
  }

  private interface Reader<T> {
    T read(Section section);
  }

  private static <T> List<T> each(Section in, String key, Reader<T> reader) {
    List<T> read = new ArrayList<>();
    for (Section section : in.sections(key)) {
      read.add(reader.read(section));
    }
    if (read.isEmpty()) {
      in.mistake(key, "a list with at least one entry is expected");
    }
    return read;
  }

  private static Team team(Section team, boolean silenceAgrees) {
    team.only("id", "name", "coordinator", "manager", "hours", "offer", "ladder", BACKING);
    return new Team(
        team.id("id"),
        team.text("name"),
        team.id("coordinator"),
        team.id("manager"),
        team.hours("hours"),
        team.norm("offer"),
        ladder(team, null),
        silenceAgrees(team, silenceAgrees));
  }

  private static boolean silenceAgrees(Section of, boolean usual) {
    Section backing = of.sectionOrNull(BACKING);
    if (backing == null) {
      return usual;
    }
    backing.only("silence-agrees");
    return backing.textOrNull("silence-agrees") == null ? usual : backing.flag("silence-agrees");
  }

  private static Topic topic(Section topic, PrincipleReader principles) {
    topic.only(
        "id", "name", "team", "keywords", "addresses", "confidential", "formal", "principle");
    List<String> addresses = new ArrayList<>();
    for (String address : topic.texts("addresses")) {
      addresses.add(Contact.email(topic, "addresses[" + addresses.size() + "]", address));
    }
    return new Topic(
        topic.id("id"),
        topic.words("name"),
        topic.id("team"),
        topic.texts("keywords").stream()
            .map(keyword -> keyword.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableList()),
        List.copyOf(addresses),
        topic.flag("confidential"),
        topic.flag("formal"),
        principles.read(topic.sectionOrNull("principle")));
  }

  private static Map<String, String> neighbourhoods(Section file) {
    Section written = file.sectionOrNull("neighbourhoods");
    if (written == null || written.values().isEmpty()) {
      file.mistake("neighbourhoods", "ids with their names are expected");
      return Map.of();
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Object id : written.values().keySet()) {
      names.put(written.checkedId(id), written.text(String.valueOf(id)));
    }
    return names;
  }

  private static Ladder ladder(Section of, Ladder usual) {
    if (of.list("ladder").isEmpty()) {
      return usual;
    }
    try {
      return Ladder.parse(of.list("ladder"));
    } catch (LadderRefused e) {
      String[] said = e.getMessage().split(": ", 2);
      of.mistake(said[0], WHY.getOrDefault(e.why(), Mistake.What.OTHER), "", said[said.length - 1]);
      return usual;
    }
  }

  private static Duty duty(Section duty) {
    duty.only("official", "days");
    String days = duty.textOrNull("days");
    return new Duty(
        duty.id("official"),
        days == null ? EnumSet.allOf(DayOfWeek.class) : PrincipleReader.days(duty, days));
  }
}
