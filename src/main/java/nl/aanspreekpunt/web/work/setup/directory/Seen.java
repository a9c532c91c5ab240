package nl.aanspreekpunt.web.work.setup.directory;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.AppliedFile;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Names;

/** What there is when a page is made: the file, and what all of it comes to. Of one thread. */
final class Seen {
  private final AppliedFile file;
  private final Directory directory;
  private final Wording words;
  private final Instant now;
  private List<Choice> topics;

  Seen(AppliedFile file, Directory directory, Wording words, Instant now) {
    this.file = file;
    this.directory = directory;
    this.words = words;
    this.now = now;
  }

  AppliedFile file() {
    return file;
  }

  Directory directory() {
    return directory;
  }

  Wording words() {
    return words;
  }

  Instant now() {
    return now;
  }

  Names names() {
    return new Names(directory, words);
  }

  Codec hours() {
    return new Hours(words.language());
  }

  List<Choice> teams() {
    return directory.teams().stream().map(one -> choice(one.id(), one.name())).toList();
  }

  List<Choice> topics() {
    if (topics == null) {
      topics =
          directory.topics().stream()
              .map(one -> choice(one.id(), one.name().in(words.language())))
              .toList();
    }
    return topics;
  }

  List<Choice> neighbourhoods() {
    return directory.neighbourhoods().entrySet().stream()
        .map(one -> choice(one.getKey(), one.getValue()))
        .toList();
  }

  /** Chosen from who works here; who left stays where they stand, and is said to have left. */
  Field official(String name, Place place) {
    return official(name, place, "");
  }

  /**
   * @param but this official (id)
   */
  Field official(String name, Place place, String but) {
    String left = " · " + words.say("gids.ambtenaar.left");
    return Field.one(name, place, officials(but, true, "")).unless(officials(but, false, left));
  }

  private List<Choice> officials(String but, boolean here, String more) {
    return directory.officials().stream()
        .filter(one -> !one.id().equals(but) && directory.employed(one.id(), now) == here)
        .map(one -> choice(one.id(), one.name() + more))
        .toList();
  }

  List<Choice> yesOrNo() {
    return List.of(choice("true", words.say("gids.yes")), choice("false", words.say("gids.no")));
  }

  static Choice choice(String value, String label) {
    return new Choice(value, label, false);
  }
}
