package nl.aanspreekpunt.web.work;

import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Wording;

/** People and things by the names that an official knows them by. */
public record Names(Directory directory, Wording words) {
  /** What stands for who is no official. */
  private static final Set<String> NOBODY = Set.of("hub", "citizen", "start", "directory");

  /** Also somebody who departed; "the hub" and such for who is no official. */
  public String of(String by) {
    if (by == null || NOBODY.contains(by)) {
      return words.say("work.by." + (by == null ? "hub" : by));
    }
    return directory.official(by).map(Official::name).orElse(by);
  }

  public String citizen(Case one) {
    if (one.care().policy() != null) {
      return words.say("work.citizen.policy");
    }
    return one.participant(one.contact() == null ? "" : one.contact())
        .or(() -> one.participants().stream().findFirst())
        .map(this::participant)
        .orElseGet(() -> words.say("work.citizen.unknown"));
  }

  public String participant(Participant who) {
    return who.name() == null || who.name().isBlank() ? address(who.address()) : who.name();
  }

  public String address(Address address) {
    return address.kind() == Address.Kind.PHONE ? Person.shown(address.value()) : address.value();
  }

  public String subject(Case one) {
    return one.subject() == null || one.subject().isBlank()
        ? words.say("work.no-subject")
        : one.subject();
  }

  /** Null when it is unknown. */
  public String topic(Case one) {
    return one.topic() == null ? null : topic(one.topic());
  }

  /** Null when there is none of that id. */
  public String topic(String id) {
    return directory.topic(id).map(topic -> topic.name().in(words.language())).orElse(null);
  }

  /** Its id when the directory does not know it. */
  public String team(String id) {
    return directory.team(id).map(Team::name).orElse(id);
  }

  public String kind(Promise promise) {
    String kind = words.say("work.kind." + promise.kind());
    return promise.onClock() ? words.say("work.urgent", kind) : kind;
  }

  public RouteWords routes() {
    return new RouteWords(directory, words);
  }
}
