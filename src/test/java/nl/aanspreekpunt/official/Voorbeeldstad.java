package nl.aanspreekpunt.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** The demo municipality, for tests of every room. */
public final class Voorbeeldstad {
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  public static final DirectorySettings SETTINGS =
      new DirectorySettings("conf/directory.yaml", List.of("voorbeeldstad.example"), ZONE);

  private Voorbeeldstad() {}

  public static String yaml() {
    try {
      return Files.readString(Path.of("conf", "directory.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As at the first start. */
  public static Directory directory() {
    return directory(List.of(), List.of());
  }

  /** With what people stated since. */
  public static Directory directory(List<Absence> absences, List<Departure> departures) {
    return new Snapshot(
        1,
        definition(yaml()),
        new Facts(absences, departures, List.of(), List.of(), List.of()),
        ZONE);
  }

  /** With telephone numbers of its own. */
  public static Directory directory(Numbers numbers) {
    return new Snapshot(
        1,
        definition(yaml()),
        new Facts(List.of(), List.of(), List.of(), List.of(), List.of()),
        new DirectorySettings(
            SETTINGS.file(),
            SETTINGS.domains(),
            ZONE,
            DirectorySettings.CALL_ATTEMPTS,
            true,
            TalkSettings.USUAL,
            numbers));
  }

  /** With other lines in the file. */
  public static Directory directory(String yaml, Absence... absences) {
    return new Snapshot(
        1,
        definition(yaml),
        new Facts(List.of(absences), List.of(), List.of(), List.of(), List.of()),
        ZONE);
  }

  static Definition definition(String yaml) {
    try {
      return DirectoryFile.read(yaml, SETTINGS);
    } catch (DirectoryRefused e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
