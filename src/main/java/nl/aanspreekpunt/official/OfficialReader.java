package nl.aanspreekpunt.official;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the officials of the directory file, and keeps the absences that stand with them. */
final class OfficialReader {
  private final ZoneId zone;
  private final List<Absence> absences = new ArrayList<>();

  OfficialReader(ZoneId zone) {
    this.zone = zone;
  }

  /** Of the officials read until now. */
  List<Absence> absences() {
    return absences;
  }

  Official read(Section official) {
    official.only(
        "id",
        "name",
        "function",
        "team",
        "portrait",
        "phone",
        "rings",
        "email",
        "address",
        "topics",
        "neighbourhoods",
        "hours",
        "capacity",
        "cap",
        "share",
        "languages",
        "deputy",
        "roles",
        "absences");
    String id = official.id("id");
    for (Section absence : official.sections("absences")) {
      absence(id, absence);
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
        official.hours("hours"),
        official.count("capacity", 1, 10_000),
        official.idOrNull("deputy"),
        roles(official),
        sharing(official),
        Contact.phone(official, "rings"));
  }

  private static Sharing sharing(Section official) {
    List<String> languages = official.texts("languages");
    if (!languages.stream().allMatch(Sharing::isLanguage)) {
      official.mistake(
          "languages",
          Mistake.What.LANGUAGE,
          "",
          "codes of two small letters such as en, ar or tr are expected");
    }
    return new Sharing(
        official.textOrNull("cap") == null ? null : official.count("cap", 1, Sharing.MOST),
        official.textOrNull("share") == null
            ? null
            : official.count("share", Sharing.LEAST_SHARE, Sharing.FULL),
        languages);
  }

  private static String portrait(Section official) {
    String portrait = official.textOrNull("portrait");
    if (portrait != null && !portrait.matches("[a-z0-9][a-z0-9.-]{0,80}\\.(svg|png|jpg)")) {
      official.mistake("portrait", "a file name such as samira-elamrani.svg is expected");
    }
    return portrait;
  }

  private static Set<Role> roles(Section official) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String text : official.texts("roles")) {
      Role.given(text)
          .ifPresentOrElse(
              roles::add,
              () ->
                  official.mistake(
                      "roles",
                      "'"
                          + text
                          + "' is not one of clerk, administrator, auditor, complaints"
                          + " (coordinator and manager follow from the teams)"));
    }
    return Set.copyOf(roles);
  }

  private void absence(String official, Section absence) {
    absence.only("from", "until", "deputy", "gets", "reason");
    absence.text("from");
    Instant from = startOf(absence, "from");
    Instant until = startOf(absence, "until");
    String deputy = absence.idOrNull("deputy");
    Absence.Gets gets = gets(absence);
    String reason = absence.textOrNull("reason");
    if (from != null && until != null && !until.isAfter(from)) {
      absence.mistake("until", "the first day back, after from, is expected");
    }
    if (from != null) {
      absences.add(new Absence(official, from, until, deputy, reason, "directory", gets));
    }
  }

  private static Absence.Gets gets(Section absence) {
    String written = absence.textOrNull("gets");
    return switch (written == null ? "due" : written) {
      case "new" -> Absence.Gets.NEW;
      case "due" -> Absence.Gets.DUE;
      case "all" -> Absence.Gets.ALL;
      default -> {
        absence.mistake("gets", "new, due or all is expected");
        yield Absence.Gets.DUE;
      }
    };
  }

  private Instant startOf(Section absence, String key) {
    String day = absence.textOrNull(key);
    try {
      return day == null ? null : LocalDate.parse(day).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      absence.mistake(key, "a day such as 2027-01-31 is expected");
      return null;
    }
  }
}
