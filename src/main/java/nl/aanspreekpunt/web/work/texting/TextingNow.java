package nl.aanspreekpunt.web.work.texting;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.limits.QuietHours;
import nl.aanspreekpunt.outbox.limits.SmsWork;
import nl.aanspreekpunt.outbox.optout.OptOut;

/**
 * What is to be known before somebody texts who takes part in a case.
 *
 * @param stopped who want no text messages, by number
 */
public record TextingNow(Map<String, OptOut> stopped, QuietHours quiet) {
  public static Future<TextingNow> of(SmsWork sms, Case one) {
    List<String> numbers =
        one.participants().stream()
            .map(Participant::address)
            .filter(address -> address.kind() == Address.Kind.PHONE)
            .map(Address::value)
            .toList();
    return sms.optOuts()
        .findAll(Channel.SMS, numbers)
        .map(
            found ->
                found.stream()
                    .filter(OptOut::stopped)
                    .collect(Collectors.toMap(OptOut::number, Function.identity())))
        .map(stopped -> new TextingNow(stopped, sms.limits().quiet()));
  }

  public Optional<OptOut> stopped(Participant who) {
    return Optional.ofNullable(stopped.get(who.address().value()));
  }

  /** When a text message to them goes; empty when that is now, or they get none. */
  public Optional<Instant> goes(Participant who, Instant now) {
    if (Reachable.by(who.address()) != Channel.SMS) {
      return Optional.empty();
    }
    return Optional.of(quiet.opens(who.address().value(), now)).filter(at -> at.isAfter(now));
  }

  /** Who of them can be answered by text message, or could but for what they want. */
  public static List<Participant> texted(Case one) {
    return one.participants().stream()
        .filter(who -> Reachable.by(who.address()) == Channel.SMS)
        .toList();
  }

  /** Who an answer goes to: the participant that was chosen, else the one last heard from. */
  public static Optional<Participant> to(Case one, String link) {
    return one.participant(link == null ? one.contact() : link);
  }
}
