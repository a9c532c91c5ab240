package nl.aanspreekpunt.casework.delivery;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;

/**
 * Who of those that take part want no messages.
 *
 * @param stopped each by one channel
 */
public record Unwanted(List<OptOut> stopped) {
  public static final Unwanted NONE = new Unwanted(List.of());

  public Unwanted {
    stopped = List.copyOf(stopped);
  }

  public static Future<Unwanted> of(OptOuts optOuts, List<Case> all) {
    List<String> numbers =
        all.stream()
            .flatMap(one -> one.participants().stream())
            .map(Participant::address)
            .filter(address -> address.kind() == Address.Kind.PHONE)
            .map(Address::value)
            .distinct()
            .toList();
    Future<List<OptOut>> bySms = optOuts.findAll(Channel.SMS, numbers);
    Future<List<OptOut>> byWhatsApp = optOuts.findAll(Channel.WHATSAPP, numbers);
    return Future.all(bySms, byWhatsApp)
        .map(
            both ->
                new Unwanted(
                    Stream.concat(bySms.result().stream(), byWhatsApp.result().stream())
                        .filter(OptOut::stopped)
                        .toList()));
  }

  /** That they want none by the channel that an answer to them goes by. */
  public Optional<OptOut> by(Participant who) {
    Channel channel = Reachable.by(who);
    return stopped.stream()
        .filter(one -> one.channel() == channel && one.number().equals(who.address().value()))
        .findFirst();
  }

  /**
   * The same of whom an answer in this case goes to.
   *
   * @param link who was chosen; null: the one last heard from
   */
  public Optional<OptOut> in(Case one, String link) {
    return one.participant(link == null ? one.contact() : link).flatMap(this::by);
  }
}
