package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Arrays;
import java.util.HashMap;
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
    return subject.rows(seen).stream()
        .map(Subject.Row::id)
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
    return subject.rows(seen).stream()
        .filter(row -> row.id().equals(id))
        .map(Subject.Row::name)
        .findFirst()
        .orElse(id);
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
    Map<String, String> names =
        Stream.concat(field.choices().stream(), field.past().stream())
            .collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
    return names.isEmpty()
        ? value
        : Arrays.stream(value.split(", ", -1))
            .map(one -> names.getOrDefault(one, one))
            .collect(Collectors.joining(", "));
  }
}
