package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final Map<Place, List<Field>> fields = new HashMap<>();

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
      String id = subject.single() || place.steps().size() < 2 ? "" : place.steps().get(1);
      boolean theirs = subject.single() || (!id.isEmpty() && subject.place(id).holds(place));
      Optional<Field> field = theirs ? field(subject, id, place) : Optional.empty();
      if (field.isPresent()) {
        return Optional.of(said(subject, id, field.get(), line));
      }
    }
    return Optional.empty();
  }

  private Optional<Field> field(Subject subject, String id, Place place) {
    return fields.computeIfAbsent(subject.place(id), one -> subject.fields(seen, id)).stream()
        .filter(one -> one.place().equals(place))
        .findFirst();
  }

  private String said(Subject subject, String id, Field field, DirectoryLine.Differs line) {
    String how = line.was() == null ? "new" : line.becomes() == null ? "gone" : "becomes";
    String kind = "gids." + subject.one();
    String what = frame.say(frame.words().has(kind) ? kind : "gids." + subject.many());
    String label = frame.say("gids." + subject.one() + "." + field.name());
    return subject.single()
        ? frame.say(
            "gids.line." + how, what, label, named(field, line.was()), named(field, line.becomes()))
        : frame.say(
            "gids.line." + how,
            what + " ‘" + name(subject, id) + "’",
            label,
            named(field, line.was()),
            named(field, line.becomes()));
  }

  private String name(Subject subject, String id) {
    return subject.rows(seen).stream()
        .filter(row -> row.id().equals(id))
        .map(Subject.Row::name)
        .findFirst()
        .orElse(id);
  }

  /** By the names that its choices have. */
  private String named(Field field, String value) {
    if (value == null) {
      return "";
    }
    if (field.widget() == Field.Widget.FLAG) {
      return frame.say(value.equals("true") ? "gids.yes" : "gids.no");
    }
    Map<String, String> names =
        field.choices().stream()
            .collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
    return names.isEmpty()
        ? value
        : Arrays.stream(value.split(", ", -1))
            .map(one -> names.getOrDefault(one, one))
            .collect(Collectors.joining(", "));
  }
}
