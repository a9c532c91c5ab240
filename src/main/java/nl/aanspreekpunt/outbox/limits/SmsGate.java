package nl.aanspreekpunt.outbox.limits;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.Sending;
import nl.aanspreekpunt.outbox.SmsAlphabet;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;

/**
 * Sends a text message as the other does, if it may go: not to who wants none, not at night and not
 * above what may be spent in a day. Of one that may have gone already the provider is asked first,
 * whatever the hour.
 *
 * @param told hears of each day of which much, or all, was spent; more than once
 */
public record SmsGate(
    Sending sender, OptOuts optOuts, Limits limits, Spending spending, Told told, Clock clock)
    implements Sending {
  /** Whoever is to know that much was spent. Must not fail. */
  @FunctionalInterface
  public interface Told {
    /**
     * @param all nothing goes any more that day, but for what is urgent
     */
    void spent(LocalDate day, boolean all);
  }

  @Override
  public String written(Outgoing entry) {
    return sender.written(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    return optOuts
        .find(entry.notice().channel(), entry.notice().to())
        .compose(
            found ->
                found.filter(OptOut::stopped).isPresent() && !askedFor(entry)
                    ? instead(entry, again, Delivery.refused(Reason.OPTED_OUT.code()))
                    : inHours(entry, again, lease));
  }

  /** Whoever wants none asks for a code nevertheless: without it they cannot come in. */
  private static boolean askedFor(Outgoing entry) {
    return entry.notice().kind() == Notice.Kind.CODE;
  }

  private Future<Delivery> inHours(Outgoing entry, boolean again, BooleanSupplier lease) {
    Instant now = clock.instant();
    Optional<Held> held = Held.byHour(entry, limits.quiet(), now);
    return held.isPresent()
        ? instead(entry, again, later(held.get(), now))
        : withinTheDay(entry, again, lease, now);
  }

  private static Delivery later(Held held, Instant now) {
    return Delivery.later(held.why(), Duration.between(now, held.until()));
  }

  /** It does not go; but what went before is asked. */
  private Future<Delivery> instead(Outgoing entry, boolean again, Delivery otherwise) {
    return again
        ? sender
            .send(entry, true, () -> false)
            .map(found -> found.outcome() == Delivery.Outcome.SENT ? found : otherwise)
        : Future.succeededFuture(otherwise);
  }

  private Future<Delivery> withinTheDay(
      Outgoing entry, boolean again, BooleanSupplier lease, Instant now) {
    if (limits.aDay() == 0 || entry.notice().channel() != Channel.SMS) {
      return tried(entry, again, lease);
    }
    LocalDate day = limits.day(now);
    int segments = segments(entry);
    return spending
        .take(day, segments, limits.most(entry.urgent()))
        .compose(
            taken -> {
              boolean room = taken.isPresent();
              if (!room || taken.get() >= limits.warnFrom()) {
                told.spent(day, !room || taken.get() >= limits.aDay());
              }
              return room
                  ? tried(entry, again, lease)
                      .compose(
                          delivery ->
                              went(delivery, again)
                                  ? Future.succeededFuture(delivery)
                                  : spending.giveBack(day, segments).map(delivery))
                  : instead(entry, again, later(new Held(limits.nextDay(now), Reason.SPENT), now));
            });
  }

  private int segments(Outgoing entry) {
    String text = entry.written() == null ? sender.written(entry) : entry.written();
    return text == null ? 1 : SmsAlphabet.segments(text);
  }

  /** What was found to have gone before was counted then. */
  private static boolean went(Delivery delivery, boolean again) {
    return switch (delivery.outcome()) {
      case SENT -> !again || delivery.perhapsTwice();
      case UNKNOWN -> true;
      case RETRY, REFUSED, WITHHELD, LATER -> false;
    };
  }

  private Future<Delivery> tried(Outgoing entry, boolean again, BooleanSupplier lease) {
    return sender.send(entry, again, lease).compose(delivery -> heeded(entry, delivery));
  }

  /** The provider knows of a STOP that the hub did not hear. */
  private Future<Delivery> heeded(Outgoing entry, Delivery delivery) {
    boolean stopped =
        delivery.outcome() == Delivery.Outcome.REFUSED
            && Reason.UNSUBSCRIBED.equals(delivery.detail());
    return stopped
        ? optOuts
            .said(
                entry.notice().channel(),
                entry.notice().to(),
                new OptOut.Turn(true, clock.instant(), entry.id(), null))
            .map(delivery)
        : Future.succeededFuture(delivery);
  }
}
