package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * What did not arrive goes to another address of its reader, in the same words; an answer keeps
 * what it would have kept, for it is sent by a named person. Once for each failure.
 *
 * @param lost the message as it was, see {@link Undelivered}
 * @param to of the same citizen, as whoever asks for it made sure
 * @param by official id
 */
public record SendingOtherwise(Outgoing lost, Address to, String by) implements Act {
  /** Of its way, not of what it says. */
  private static final Set<String> OF_ITS_WAY =
      Set.of(
          "subject",
          "link",
          "inReplyTo",
          "references",
          "quotes",
          "files",
          Notice.SENDER,
          Notice.SERVICE,
          Notice.URGENT);

  @Override
  public Decision on(Case before, Moment moment) {
    boolean failed =
        Undelivered.in(before).stream()
            .anyMatch(one -> one.certain() && one.failure().entry().equals(lost.id()));
    if (!failed) {
      return Decision.refused(Resending.NOT_FAILED);
    }
    if (to.value().equals(lost.notice().to()) || reachable(before) == Channel.PHONE) {
      return Decision.refused("only-by-phone", "to");
    }
    Draft draft = new Draft(before, moment);
    Participant reader = draft.heardFrom(to, null);
    String entry =
        lost.notice().kind() == Notice.Kind.REPLY ? answer(draft, reader) : told(draft, reader);
    draft.event(new CaseEvent.SentOtherwise(moment.now(), by, lost.id(), entry, reader.link()));
    return draft.done();
  }

  private Channel reachable(Case before) {
    return before.participants().stream()
        .filter(one -> one.address().equals(to))
        .findFirst()
        .map(Reachable::by)
        .orElseGet(() -> Reachable.by(to));
  }

  private String answer(Draft draft, Participant reader) {
    String seen = seen(draft.before);
    String entry = draft.tell().participant(reader, Notice.Kind.REPLY, by, facts());
    draft.event(
        new CaseEvent.Replied(
            draft.now(), by, entry, Reachable.by(reader), reader.link(), seen, List.of()));
    Answered.keep(draft, by, seen, "reply", dated -> false);
    return entry;
  }

  /** The last message that its author had seen. */
  private String seen(Case before) {
    return before
        .happened(CaseEvent.Replied.class)
        .filter(one -> one.entry().equals(lost.id()))
        .findFirst()
        .flatMap(one -> Optional.ofNullable(one.seen()))
        .orElse(null);
  }

  private String told(Draft draft, Participant reader) {
    return draft
        .tell()
        .participant(reader, lost.notice().kind(), lost.notice().official(), facts());
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>(lost.notice().facts());
    facts.keySet().removeAll(OF_ITS_WAY);
    return facts;
  }
}
