package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
      Optional<Field> field = at(mistake.place()).or(() -> having(mistake.value()));
      say(field, mistake.place(), said(mistake), errors, above);
    }
    if (errors.isEmpty() && above.isEmpty()) {
      refused.getMessage().lines().forEach(above::add);
    }
    return new Said(List.copyOf(errors), List.copyOf(above));
  }

  private Optional<Field> at(String place) {
    return filled.fields().stream()
        .filter(one -> !place.isEmpty() && one.place().holds(Place.parse(place)))
        .findFirst();
  }

  /** Of two who have the same, the file may call the other one wrong. */
  private Optional<Field> having(String value) {
    return filled.fields().stream()
        .filter(
            one ->
                one.typed(filled.form())
                    .lines()
                    .anyMatch(line -> !value.isEmpty() && line.strip().equalsIgnoreCase(value)))
        .findFirst();
  }

  private void say(
      Optional<Field> field,
      String place,
      String text,
      List<FieldError> errors,
      Set<String> above) {
    if (field.isPresent()) {
      errors.add(new FieldError(field.get().name(), text));
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
        .map(one -> one.codec().shown(clash.is()).replace("\n", ", "))
        .findFirst()
        .orElseGet(() -> String.valueOf(clash.is()));
  }

  private String said(Mistake mistake) {
    String key = "gids.mistake." + mistake.what();
    return words.has(key) ? words.say(key, mistake.value()) : mistake.expected();
  }
}
