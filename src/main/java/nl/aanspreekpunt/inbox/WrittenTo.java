package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Readers;

/**
 * A text message comes from the number that its reader wrote to last before it was made: there they
 * know who it is, and may answer. The same at each try, whatever they write meanwhile. Without such
 * a number it comes from a general one.
 */
public record WrittenTo(Readers readers, Cases cases, Receipts receipts, Numbers numbers)
    implements Readers {
  @Override
  public Future<Optional<Outgoing>> now(Outgoing entry) {
    return readers
        .now(entry)
        .compose(
            theirs ->
                theirs.isPresent() && theirs.get().notice().channel().texting()
                    ? answered(theirs.get())
                        .map(message -> Optional.of(written(from(theirs.get(), message), message)))
                    : Future.succeededFuture(theirs));
  }

  /** Whoever wrote long before it came here may be asleep by now. */
  private static Outgoing written(Outgoing entry, Optional<Receipt> message) {
    return message
        .filter(it -> it.sentAt().isBefore(it.receivedAt()))
        .map(it -> entry.knowing(with(entry, Map.of(Notice.WRITTEN, it.sentAt().toString()))))
        .orElse(entry);
  }

  private Outgoing from(Outgoing entry, Optional<Receipt> message) {
    Optional<String> used = message.flatMap(it -> it.recipients().stream().findFirst());
    return numbers
        .answering(used.orElse(null), ability(entry))
        .filter(own -> used.isPresent() || numbers.all().size() > 1)
        .map(
            own ->
                entry.knowing(
                    with(
                        entry,
                        facts(own, message.filter(it -> it.recipients().contains(own.number()))))))
        .orElse(entry);
  }

  private static Ability ability(Outgoing entry) {
    return entry.notice().channel() == Channel.WHATSAPP ? Ability.WHATSAPP : Ability.TEXTS;
  }

  /**
   * @param came to that number: by the account that has it
   */
  private static Map<String, String> facts(OwnNumber own, Optional<Receipt> came) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(Notice.SENDER, own.number());
    if (own.service() != null) {
      facts.put(Notice.SERVICE, own.service());
    }
    came.map(it -> it.facts().get("AccountSid"))
        .ifPresent(account -> facts.put(Notice.ACCOUNT, account));
    return facts;
  }

  private static Notice with(Outgoing entry, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(entry.notice().facts());
    facts.putAll(more);
    return entry.notice().with(facts);
  }

  /** The last message from its reader. */
  private Future<Optional<Receipt>> answered(Outgoing entry) {
    String number = entry.notice().caseNumber();
    return number == null
        ? Future.succeededFuture(Optional.empty())
        : Joining.followed(cases, number)
            .compose(
                found ->
                    found
                        .flatMap(one -> last(one, entry))
                        .map(receipts::find)
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Receipt id of the last text message from there. */
  private static Optional<String> last(Case one, Outgoing entry) {
    return one.happened(CaseEvent.Received.class)
        .filter(message -> message.channel() == entry.notice().channel())
        .filter(message -> !message.at().isAfter(entry.createdAt()))
        .filter(
            message ->
                one.anybody(message.link())
                    .map(Participant::address)
                    .filter(from -> from.value().equals(entry.notice().to()))
                    .isPresent())
        .map(CaseEvent.Received::receipt)
        .reduce((earlier, later) -> later);
  }
}
