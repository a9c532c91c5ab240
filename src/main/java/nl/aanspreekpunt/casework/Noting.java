package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * A note for colleagues; citizens never see it. Whom it names, by {@code @} and their name or apart
 * from the text, finds it on their Today. To name somebody opens the case to nobody: who may not
 * read it is to be consulted.
 *
 * @param named who else it is for (official ids)
 */
public record Noting(String by, String text, List<String> named) implements Act {
  public Noting {
    named = List.copyOf(named);
  }

  public Noting(String by, String text) {
    this(by, text, List.of());
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (text == null || text.isBlank()) {
      return Decision.refused("note-needed", "text");
    }
    if (text.length() > Replying.LONGEST) {
      return Decision.refused("text-too-long", "text");
    }
    List<Official> all = mentioned(moment);
    if (!all.stream().allMatch(one -> reads(before, one, moment))) {
      return Decision.refused("mention-cannot-read", "named");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Noted(moment.now(), by, text));
    List<Mentions.Mention> made = new ArrayList<>();
    for (Official one : all) {
      String id = "n" + (before.version() + 1) + "-" + made.size();
      made.add(new Mentions.Mention(id, one.id(), by, moment.now(), null));
    }
    draft.care(draft.care().with(draft.care().mentions().with(made)));
    return draft.done();
  }

  /** Who may read all of a case, so that a note can name them. */
  public static boolean reads(Case one, Official colleague, Moment moment) {
    return Access.of(one, colleague, colleague.roles(), moment).reads();
  }

  /** Never who wrote it. */
  private List<Official> mentioned(Moment moment) {
    Directory directory = moment.directory();
    Stream<Official> apart = named.stream().map(directory::official).flatMap(Optional::stream);
    Stream<Official> written = text.contains("@") ? within(directory) : Stream.empty();
    return Stream.concat(apart, written)
        .filter(one -> !one.id().equals(by) && directory.employed(one.id(), moment.now()))
        .distinct()
        .toList();
  }

  /** Not the beginning of a longer name. */
  private static boolean names(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if (end == text.length() || !Character.isLetter(text.codePointAt(end))) {
        return true;
      }
    }
    return false;
  }

  private Stream<Official> within(Directory directory) {
    String plain = text.toLowerCase(Locale.ROOT);
    return directory.officials().stream()
        .filter(one -> names(plain, "@" + one.name().toLowerCase(Locale.ROOT)));
  }
}
