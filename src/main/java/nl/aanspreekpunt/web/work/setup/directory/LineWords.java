package nl.aanspreekpunt.web.work.setup.directory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.GuideWords;

/** What a change would come to, in the words of the forms; else as the file's page says it. */
final class LineWords {
  private final Seen seen;
  private final Frame frame;
  private final GuideWords otherwise;
  private final Map<String, List<Field>> fields = new HashMap<>();
  private final Map<Subject, Map<String, String>> names = new HashMap<>();

  LineWords(Seen seen, Frame frame) {
    this.seen = seen;
    this.frame = frame;
    otherwise = new GuideWords(frame, seen.names());
  }

  String of(DirectoryLine line) {
    return line instanceof DirectoryLine.Differs one
        ? said(one).orElseGet(() -> otherwise.of(one))
        : otherwise.of(line);
  }

  private Optional<String> said(DirectoryLine.Differs line) {
    Place place = Place.parse(line.place());
    for (Subject subject : Subjects.ALL) {
      Optional<String> id = id(subject, place);
      Optional<Field> field = id.flatMap(one -> field(subject, one, place));
      if (field.isPresent()) {
        return Optional.of(said(subject, id.get(), field.get(), place, line));
      }
    }
    return Optional.empty();
  }

  /** Of which of them this is; empty: of none. */
  private Optional<String> id(Subject subject, Place place) {
    if (subject.single()) {
      return Optional.of("");
    }
    if (place.steps().size() > 1 && subject.place(place.steps().get(1)).holds(place)) {
      return Optional.of(place.steps().get(1));
    }
    return names(subject).keySet().stream()
        .filter(one -> subject.place(one).steps().size() == 1 && subject.place(one).holds(place))
        .findFirst();
  }

  private Optional<Field> field(Subject subject, String id, Place place) {
    return fields
        .computeIfAbsent(subject.one() + "/" + id, one -> subject.fields(seen, id))
        .stream()
        .filter(one -> inside(one.codec()) ? one.place().holds(place) : one.place().equals(place))
        .findFirst();
  }

  /** What changes in it is told part by part. */
  private static boolean inside(Codec codec) {
    return codec instanceof Rows || codec instanceof Hours;
  }

  private String said(
      Subject subject, String id, Field field, Place place, DirectoryLine.Differs line) {
    String how = line.was() == null ? "new" : line.becomes() == null ? "gone" : "becomes";
    String named = "gids." + subject.one();
    String kind = frame.say(frame.words().has(named) ? named : "gids." + subject.many());
    String what = subject.single() ? kind : kind + " ‘" + name(subject, id) + "’";
    String key = "gids." + subject.one() + ".";
    Field of = field;
    String label = frame.say(key + field.name());
    List<String> within = place.steps().subList(field.place().steps().size(), place.steps().size());
    if (field.codec() instanceof Hours hours && !within.isEmpty()) {
      label = label + ", " + hours.said(within.get(0));
    }
    if (field.codec() instanceof Rows rows
        && !within.isEmpty()
        && within.get(0).matches("\\d{1,6}")) {
      of = rows.column(within);
      int row = Integer.parseInt(within.get(0)) + 1;
      label = frame.say(key + field.name() + ".row", row) + ", " + frame.say(key + of.name());
    }
    return frame.say(
        "gids.line." + how, what, label, named(of, line.was()), named(of, line.becomes()));
  }

  private String name(Subject subject, String id) {
    return names(subject).getOrDefault(id, id);
  }

  private Map<String, String> names(Subject subject) {
    return names.computeIfAbsent(
        subject,
        one ->
            one.rows(seen).stream()
                .collect(
                    Collectors.toMap(
                        Subject.Row::id, Subject.Row::name, (a, b) -> a, LinkedHashMap::new)));
  }

  /** By the names that its choices have. */
  private String named(Field field, String written) {
    if (written == null) {
      return "";
    }
    String value = field.codec().told(written);
    if (field.widget() == Field.Widget.FLAG) {
      return frame.say(value.equals("true") ? "gids.yes" : "gids.no");
    }
    List<String> chosen = List.of(value.split(", ", -1));
    Map<String, String> labels =
        Stream.concat(field.choices().stream(), field.past().stream())
            .filter(one -> chosen.contains(one.value()))
            .collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
    return labels.isEmpty()
        ? value
        : chosen.stream()
            .map(one -> labels.getOrDefault(one, one))
            .collect(Collectors.joining(", "));
  }
}
