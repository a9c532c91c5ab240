package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.delivery.TurningTexts;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.optout.Wish;

/**
 * A number that wants no text messages any more, or wants them again: at once, and by when it was
 * said. To stop counts from the moment that it is heard, and is put at its own moment after; to
 * start is first asked when it was said, so that one that comes late undoes nothing. What waits for
 * the number has its turn at once: it is refused, and its official hears that.
 *
 * @param saidAt as the provider knows it; what cannot be asked was said when it came in
 */
public record OptingOut(
    OptOuts optOuts, Cases cases, Casework casework, Outbox outbox, SaidAt saidAt) {
  private static final int MOST_CASES = 50;

  /** Whether that is all that it is: then it is nobody's question. */
  public Future<Boolean> is(Receipt receipt, Inbound inbound) {
    if (!receipt.channel().texting() || inbound.sender() == null) {
      return Future.succeededFuture(false);
    }
    return Wish.of(inbound.text(), receipt.facts().get("OptOutType"))
        .map(wish -> wanted(receipt, inbound.sender(), wish).map(all -> all && alone(inbound)))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /** A photo of a street light with "uit" is a question too. */
  private static boolean alone(Inbound inbound) {
    return inbound.attachments().isEmpty() && inbound.unreadable().isEmpty();
  }

  private Future<Boolean> wanted(Receipt receipt, Address number, Wish wish) {
    return wish.stop() ? stop(receipt, number, wish) : start(receipt, number, wish);
  }

  private Future<Boolean> stop(Receipt receipt, Address number, Wish wish) {
    return said(receipt, number, wish, receipt.receivedAt())
        .compose(heard -> moment(receipt))
        .compose(at -> said(receipt, number, wish, at))
        .compose(put -> follows(receipt, number, wish))
        .map(told -> !wish.maybeMore());
  }

  /** Who was not stopped says something else by it, which counts all the same. */
  private Future<Boolean> start(Receipt receipt, Address number, Wish wish) {
    return optOuts
        .find(receipt.channel(), number.value())
        .compose(
            before ->
                before.isEmpty()
                    ? Future.succeededFuture(false)
                    : moment(receipt)
                        .compose(at -> said(receipt, number, wish, at))
                        .compose(
                            put ->
                                before.get().stoppedWithout(receipt.id())
                                    ? follows(receipt, number, wish).map(true)
                                    : Future.succeededFuture(false)));
  }

  private Future<Instant> moment(Receipt receipt) {
    Instant here = receipt.receivedAt();
    return saidAt.of(receipt).map(at -> at == null || at.isAfter(here) ? here : at).otherwise(here);
  }

  private Future<Boolean> said(Receipt receipt, Address number, Wish wish, Instant at) {
    return optOuts.said(
        receipt.channel(),
        number.value(),
        new OptOut.Turn(wish.stop(), at, receipt.id(), wish.word()));
  }

  /** Only of what counts: one that came late says nothing to anybody. */
  private Future<Void> follows(Receipt receipt, Address number, Wish wish) {
    return optOuts
        .find(receipt.channel(), number.value())
        .map(now -> now.map(OptOut::last).filter(last -> last.message().equals(receipt.id())))
        .compose(
            counts ->
                counts.isEmpty()
                    ? Future.succeededFuture()
                    : withheld(number, wish, receipt)
                        .compose(turned -> cases.ofAddress(number, MOST_CASES))
                        .compose(found -> told(receipt, number, wish, found)));
  }

  private Future<Void> withheld(Address number, Wish wish, Receipt receipt) {
    return wish.stop()
        ? outbox.inTurn(receipt.channel(), number.value(), receipt.receivedAt())
        : Future.succeededFuture();
  }

  private Future<Void> told(Receipt receipt, Address number, Wish wish, List<Case> found) {
    TurningTexts turned =
        new TurningTexts(receipt.channel(), number, wish.stop(), receipt.id(), wish.word());
    Future<Void> all = Future.succeededFuture();
    for (Case one : found.stream().filter(Case::open).toList()) {
      all = all.compose(done -> casework.change(one.id(), turned).mapEmpty());
    }
    return all;
  }
}
