package nl.aanspreekpunt.web.work.setup.directory;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Clash;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Mistake;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;

/**
 * Why a change was refused, in words: at the field that it is about, else above the form.
 *
 * @param filled the form; without fields where there is none
 */
record MistakeWords(Wording words, Filled filled) {
  /** From so many steps on a place is one thing, and not the whole of a team or a topic. */
  private static final int DEEP = 3;

  /** Where there is no form. */
  static MistakeWords plain(Wording words) {
    return new MistakeWords(words, new Filled(List.of(), Form.EMPTY));
  }

  /**
   * @param errors at fields of the form
   * @param above what is at none of them
   */
  record Said(List<FieldError> errors, List<String> above) {}

  Said of(DirectoryRefused refused) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> above = new TreeSet<>();
    for (Clash clash : refused.clashes()) {
      String place = Objects.toString(clash.place(), "");
      say(at(place), place, said(clash), errors, above);
    }
    for (Mistake mistake : refused.mistakes()) {
      Optional<String> field = at(mistake.place()).or(() -> having(mistake.value()));
      say(field, mistake.place(), said(mistake), errors, above);
    }
    if (errors.isEmpty() && above.isEmpty()) {
      refused.getMessage().lines().forEach(above::add);
    }
    return new Said(List.copyOf(errors), List.copyOf(above));
  }

  /** The name of the field there; of what misses as a whole, the first of its fields. */
  private Optional<String> at(String written) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Place place = Place.parse(written);
    return filled.fields().stream()
        .filter(one -> one.place().holds(place))
        .map(one -> one.at(place))
        .findFirst()
        .or(() -> within(place));
  }

  private Optional<String> within(Place place) {
    return filled.fields().stream()
        .filter(one -> place.steps().size() >= DEEP && place.holds(one.place()))
        .map(Field::name)
        .findFirst();
  }

  /** Of two who have the same, the file may call the other one wrong. */
  private Optional<String> having(String value) {
    return filled.fields().stream()
        .filter(
            one ->
                one.typed(filled.form())
                    .lines()
                    .anyMatch(line -> !value.isEmpty() && line.strip().equalsIgnoreCase(value)))
        .map(Field::name)
        .findFirst();
  }

  private void say(
      Optional<String> field,
      String place,
      String text,
      List<FieldError> errors,
      Set<String> above) {
    if (field.isPresent()) {
      errors.add(new FieldError(field.get(), text));
    } else {
      above.add(place.isEmpty() ? text : words.say("gids.at", place, text));
    }
  }

  private String said(Clash clash) {
    if (clash.place() == null) {
      return words.say("gids.clash.whole");
    }
    return clash.is() == null
        ? words.say("gids.clash.gone")
        : words.say("gids.clash", shown(clash));
  }

  private String shown(Clash clash) {
    return filled.fields().stream()
        .filter(one -> one.place().equals(clash.place()))
        .map(one -> one.codec().said(clash.is()))
        .findFirst()
        .orElseGet(() -> String.valueOf(clash.is()));
  }

  private String said(Mistake mistake) {
    String key = "gids.mistake." + mistake.what();
    String value =
        mistake.what() == Mistake.What.UNCOVERED ? days(mistake.value()) : mistake.value();
    return words.has(key) ? words.say(key, value) : mistake.expected();
  }

  private String days(String numbers) {
    return Arrays.stream(numbers.split(",", -1))
        .map(day -> Weekdays.name(DayOfWeek.of(Integer.parseInt(day)), words))
        .collect(Collectors.joining(", "));
  }
}
