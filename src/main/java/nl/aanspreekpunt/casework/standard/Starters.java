package nl.aanspreekpunt.casework.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** Standard texts that the program brings, for an administrator who wants to begin with them. */
public final class Starters {
  private static final List<String> ALL =
      List.of(
          "received",
          "more-needed",
          "passed-inside",
          "takes-longer",
          "called-no-answer",
          "appointment",
          "cannot",
          "done");

  private Starters() {}

  /**
   * What they would be: each under an id of its own, so that it is taken over once.
   *
   * @param by official id
   */
  public static List<StandardText> all(Instant now, String by) {
    Properties dutch = read("nl");
    Properties english = read("en");
    return ALL.stream()
        .map(
            name ->
                StandardText.made(
                    "starter-" + name,
                    Keeper.EVERYBODY,
                    new StandardText.Version(
                        dutch.getProperty(name + ".title"),
                        dutch.getProperty(name),
                        english.getProperty(name),
                        now,
                        by)))
        .toList();
  }

  private static Properties read(String language) {
    String file = "/texts/starters_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream stream = Starters.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
