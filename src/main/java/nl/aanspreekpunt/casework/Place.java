package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Moves;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;

/**
 * Under which topic and team a case stands while it is changed.
 *
 * @param topic null when unknown
 * @param confidential once it is, it stays so
 */
record Place(String topic, String team, boolean confidential) {
  static Place of(Case one) {
    return new Place(one.topic(), one.team(), one.confidential());
  }

  /** The same in another team. */
  Place in(String other) {
    return new Place(topic, other, confidential);
  }

  /** The team of an official, if that is one that is there. */
  Place with(String official, Directory directory) {
    return in(
        directory
            .official(official)
            .map(Official::team)
            .flatMap(directory::team)
            .map(Team::id)
            .orElse(team));
  }

  /** Where it goes when its topic or team is no more; the same when both are there. */
  Place moved(String neighbourhood, String official, Directory directory) {
    Moves moves = directory.moves();
    Optional<Topic> about =
        moves
            .of(Moves.What.TOPIC, topic, neighbourhood, official)
            .flatMap(id -> directory.topic(id, neighbourhood));
    Place there =
        about
            .map(one -> new Place(one.id(), one.team(), confidential || one.confidential()))
            .orElse(this);
    return there.in(
        moves.of(Moves.What.TEAM, there.team(), neighbourhood, official).orElse(there.team()));
  }
}
