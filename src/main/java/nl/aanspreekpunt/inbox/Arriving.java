package nl.aanspreekpunt.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Touch;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.routing.Routing;

/** From what was read of a message to what a case takes in of it. */
record Arriving(Routing routing, Directories directories, Arrival.Limits limits) {
  /**
   * @param sender as known after this message
   * @param touches the principles that it names or may touch
   */
  Arrival of(Receipt receipt, Inbound inbound, Optional<Identity> sender, List<Touch> touches) {
    Instant dayBefore = receipt.receivedAt().minus(Duration.ofDays(1));
    long today =
        sender.stream()
            .flatMap(identity -> identity.before(receipt.id()).stream())
            .filter(one -> one.at().isAfter(dayBefore))
            .map(Identity.Recent::receipt)
            .distinct()
            .count();
    return new Arrival(
        receipt.id(),
        receipt.channel(),
        inbound.sender(),
        inbound.senderName(),
        inbound.language(),
        inbound.messageId(),
        inbound.threads(),
        automatic(inbound),
        inbound.attachments().isEmpty() && Courtesy.only(inbound.own()),
        called(sender, receipt) ? wish(receipt, inbound) : null,
        called(sender, receipt) ? ofCall(receipt, inbound) : null,
        inbound.legal(),
        (int) today,
        limits,
        FeltWords.in(inbound.own(), touches),
        copied(inbound),
        Correspondent.of(receipt.facts()).byWhatsApp() ? Channel.WHATSAPP : null);
  }

  /** Officials take part by their work, not by their mailbox. */
  private List<String> copied(Inbound inbound) {
    List<String> all = inbound.origin().copied();
    return all.isEmpty() || inbound.doubt() != null
        ? List.of()
        : all.stream()
            .filter(
                one ->
                    directories.current().officials().stream()
                        .noneMatch(it -> one.equalsIgnoreCase(it.email())))
            .toList();
  }

  /**
   * Also what the hub wrote itself and came back to it, and what only looks like a machine's answer
   * and does answer us: it is never answered.
   */
  boolean automatic(Inbound inbound) {
    return inbound.automatic()
        || routing.isOurs(inbound.messageId())
        || (inbound.machine() != null
            && routing.answersOurs(inbound.recipients(), inbound.threads()));
  }

  /** False after a threat, where contact was agreed in other ways: it is an answer that is due. */
  private static boolean called(Optional<Identity> sender, Receipt receipt) {
    return sender
        .flatMap(one -> one.agreed(receipt.receivedAt()))
        .filter(agreed -> !DespiteContact.allows(agreed, CaseEvent.Talk.PHONE))
        .isEmpty();
  }

  /** A callback asked for in a form, or in words that an official can undo. */
  private Arrival.Wish wish(Receipt receipt, Inbound inbound) {
    if (inbound.callback() != null) {
      Inbound.Callback asked = inbound.callback();
      return new Arrival.Wish(asked.phone(), asked.reason(), asked.preferred(), asked.by());
    }
    if (automatic(inbound) || inbound.sender() == null) {
      return null;
    }
    return asking(inbound)
        .flatMap(
            wish ->
                Optional.ofNullable(wish.phone())
                    .or(() -> phoneOf(inbound.sender()))
                    .map(
                        phone ->
                            new Arrival.Wish(
                                phone,
                                wish.phrase(),
                                wish.preferred(day(receipt)),
                                CallbackRequest.WORDS)))
        .orElse(null);
  }

  private Arrival.OfCall ofCall(Receipt receipt, Inbound inbound) {
    if (automatic(inbound) || inbound.sender() == null) {
      return null;
    }
    Arrival.OfCall said = CallWords.in(inbound.own(), day(receipt));
    return said != null && said.declines() != null
        ? said
        : asking(inbound)
            .map(wish -> Arrival.OfCall.asking(wish.phrase(), wish.preferred(day(receipt))))
            .orElse(said);
  }

  private static Optional<CallbackWish> asking(Inbound inbound) {
    return CallbackWish.in(inbound.subject() + "\n\n" + inbound.text());
  }

  private LocalDate day(Receipt receipt) {
    return LocalDate.ofInstant(receipt.receivedAt(), directories.current().zone());
  }

  static Optional<String> phoneOf(Address sender) {
    return sender.kind() == Address.Kind.PHONE ? Optional.of(sender.value()) : Optional.empty();
  }
}
