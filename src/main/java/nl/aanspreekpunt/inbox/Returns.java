package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.delivery.ServerSays;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.routing.Routing;

/**
 * What mail servers report of letters of ours. Only what comes back to the address of one letter,
 * which we signed, says for certain what became of it; what else says so is shown, and changes
 * nothing. None of it is anybody's question.
 */
record Returns(
    Routing routing, Outbox outbox, Cases cases, Casework casework, Placing.Routed heard) {
  private static final String NOTED = "noted";
  static final Placing.Placed NEEDS_NOBODY = new Placing.Placed(null, null, NOTED, null);

  /** Empty when it is to be put at a case as any message is. */
  Future<Optional<Placing.Placed>> take(
      Receipt receipt, Inbound inbound, Reached<Tokens.Asked, Placing.Placed> partner) {
    Machine machine = inbound.machine();
    if (machine == null) {
      return nothing();
    }
    Optional<String> returns = routing.returned(inbound.recipients());
    if (returns.isEmpty()) {
      return unsigned(receipt, inbound, machine);
    }
    return outbox
        .returned(returns.get())
        .compose(
            found ->
                found.isEmpty()
                    ? unsigned(receipt, inbound, machine)
                    : of(found.get(), receipt, machine, partner));
  }

  /** Where a partner's answer goes. */
  @FunctionalInterface
  interface Reached<A, R> {
    Future<Optional<R>> at(A where);
  }

  private Future<Optional<Placing.Placed>> of(
      Outgoing entry,
      Receipt receipt,
      Machine machine,
      Reached<Tokens.Asked, Placing.Placed> partner) {
    Notice notice = entry.notice();
    return switch (machine.kind()) {
      case FAILED ->
          entry.left()
              ? known(entry.returned(machine.detail(), receipt.receivedAt()))
              : done(notice);
      case DELIVERED -> known(entry.arrived(receipt.receivedAt()));
      case DELAYED ->
          says(entry, new ServerSays(entry.id(), ServerSays.DELAYED, machine.detail()))
              .compose(told -> done(notice));
      case CHALLENGE ->
          says(entry, new ServerSays(entry.id(), ServerSays.CHALLENGED, Reason.CHALLENGED.code()))
              .compose(told -> filed(notice, partner));
      case AWAY, LIST, MEETING, READ, UNWANTED, OTHER -> filed(notice, partner);
    };
  }

  /** Once, whoever hears it first; after a crash in between the dispatcher tells it. */
  private Future<Optional<Placing.Placed>> known(Outgoing outcome) {
    return outbox
        .record(outcome, null)
        .compose(
            first ->
                first && outcome.nextTry() != null
                    ? heard.returned(outcome).compose(told -> outbox.told(outcome))
                    : Future.<Void>succeededFuture())
        .compose(told -> done(outcome.notice()));
  }

  private Future<?> says(Outgoing entry, ServerSays what) {
    return entry.notice().toStaff() || entry.notice().caseNumber() == null
        ? Future.succeededFuture()
        : casework.change(entry.notice().caseNumber(), what);
  }

  /** A colleague's own mailbox, or a letter about no case: nobody's question. */
  private static Future<Optional<Placing.Placed>> filed(
      Notice notice, Reached<Tokens.Asked, Placing.Placed> partner) {
    if (notice.kind() == Notice.Kind.PARTNER) {
      return partner.at(new Tokens.Asked(notice.caseNumber(), notice.facts().get("consult")));
    }
    return notice.toStaff() || notice.caseNumber() == null ? noted() : nothing();
  }

  private static Future<Optional<Placing.Placed>> done(Notice notice) {
    return notice.toStaff() || notice.caseNumber() == null
        ? noted()
        : Future.succeededFuture(
            Optional.of(
                new Placing.Placed(
                    notice.caseNumber(), match(notice.caseNumber()), "returned", null)));
  }

  private static Match match(String number) {
    return Match.by("reply-token", new Evidence.CaseNamed(number), List.of());
  }

  /** Anybody may have written it: it opens nothing again, and is never a question. */
  private Future<Optional<Placing.Placed>> unsigned(
      Receipt receipt, Inbound inbound, Machine machine) {
    boolean report =
        switch (machine.kind()) {
          case FAILED, DELAYED, DELIVERED, READ, UNWANTED -> true;
          case AWAY, LIST, MEETING, CHALLENGE, OTHER -> false;
        };
    if (!report || routing.partner(inbound.recipients()).isPresent()) {
      return nothing();
    }
    if (!routing.answersOurs(inbound.recipients(), inbound.threads())) {
      return mayBePerson(receipt, machine) ? nothing() : noted();
    }
    Optional<String> number = routing.caseOf(inbound.threads());
    return number.isEmpty() || machine.kind() != Machine.Kind.FAILED
        ? nothing()
        : Joining.followed(cases, number.get())
            .compose(
                found ->
                    found
                        .<Future<?>>map(one -> perhaps(one, inbound, machine))
                        .orElseGet(Future::succeededFuture))
            .compose(said -> nothing());
  }

  /** Who looks after a mail server may ask something about one; a server itself has no address. */
  private static boolean mayBePerson(Receipt receipt, Machine machine) {
    boolean words = machine.kind() == Machine.Kind.FAILED || machine.kind() == Machine.Kind.DELAYED;
    return words && receipt.envelopeFrom() != null && !receipt.envelopeFrom().isEmpty();
  }

  private Future<?> perhaps(Case one, Inbound inbound, Machine machine) {
    String said = machine.said().isEmpty() ? "" : " " + machine.said();
    return routing
        .letterOf(one, inbound.threads())
        .<Future<?>>map(
            entry ->
                casework.change(
                    one.id(),
                    new ServerSays(
                        entry, ServerSays.UNCONFIRMED, Reason.UNCONFIRMED.code() + said)))
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Optional<Placing.Placed>> noted() {
    return Future.succeededFuture(Optional.of(NEEDS_NOBODY));
  }

  static boolean needsNobody(Placing.Placed placed) {
    return NOTED.equals(placed.result());
  }

  private static Future<Optional<Placing.Placed>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }
}
