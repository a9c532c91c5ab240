package nl.aanspreekpunt.web.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Wording;

/** When it suits to be called, in words and by choice: what is chosen is kept as words too. */
final class TimesFields {
  private TimesFields() {}

  /** Empty when nothing is said of it. */
  static String of(Fields body) {
    String words = body.line("preferred", Fields.LINE);
    List<String> times = body.texts("times", TimeChoice.values().length);
    boolean known =
        times.stream()
            .allMatch(one -> Stream.of(TimeChoice.values()).map(Json::kebab).anyMatch(one::equals));
    if (!known) {
      body.mistake("times", "times", TimeChoice.values().length);
    }
    List<TimeChoice> chosen =
        Stream.of(TimeChoice.values()).filter(one -> times.contains(Json.kebab(one))).toList();
    return Stream.of(TimeChoice.words(chosen, Wording.in("nl")), words == null ? "" : words)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
