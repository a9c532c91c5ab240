package nl.aanspreekpunt.web.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;

/**
 * Talks and what was agreed in them, as one participant may see it: what was told to their address.
 * Never what staff is to be careful of.
 *
 * @param name of an official
 */
record FollowTalks(Frame frame, Case one, Participant participant, UnaryOperator<String> name) {
  Optional<Appointment> talk(Promise promise) {
    return one.care()
        .talks()
        .of(promise.id())
        .filter(talk -> participant.address().equals(talk.to()));
  }

  /** Null when it is no talk of theirs. */
  FollowPage.Talk shown(Promise promise) {
    return talk(promise)
        .map(
            talk ->
                new FollowPage.Talk(
                    frame.say("follow.talk." + talk.how(), talk.place()),
                    name.apply(talk.official()),
                    talk.about(),
                    talk.unsuited()))
        .orElse(null);
  }

  /** When a talk begins, else when it is due. */
  Instant begins(Promise promise) {
    return talk(promise).map(Appointment::from).orElse(promise.attentionAt());
  }

  /**
   * What was agreed in a talk, or who explains what they decided; null when it is neither, or told
   * at another address.
   */
  String agreed(Promise promise) {
    if (Backing.explains(one, promise)) {
      return frame.say("follow.explains", name.apply(one.ownerOf(promise)));
    }
    boolean theirs =
        one.care().talks().agreed().stream()
            .anyMatch(
                it ->
                    it.promise().equals(promise.id())
                        && it.to().equals(participant.address().id()));
    return theirs && promise.kind() == PromiseKind.UNDERTAKING ? promise.said() : null;
  }

  /** What they were told of what was agreed. */
  static String said(Frame frame, Map<String, String> facts) {
    List<String> lines = new ArrayList<>();
    lines.add(frame.say("follow.agreement." + facts.get("what")));
    for (String line : facts.getOrDefault("agreed", "").split("\n", -1)) {
      String[] pair = line.split(" ", 2);
      if (pair.length == 2) {
        String by = frame.moments().say(Instant.parse(pair[0]));
        lines.add(frame.say("talk.entry.agreed", pair[1], by));
      }
    }
    for (String own : List.of("words", "reason")) {
      if (!facts.getOrDefault(own, "").isBlank()) {
        lines.add(facts.get(own));
      }
    }
    if (!facts.getOrDefault("theirs", "").isBlank()) {
      lines.add(frame.say("follow.agreement.theirs", facts.get("theirs")));
    }
    return String.join("\n", lines);
  }
}
