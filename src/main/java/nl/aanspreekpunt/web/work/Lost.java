package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Undelivered;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;

/**
 * A message that did not arrive, for who is to tell the citizen after all.
 *
 * @param entry its outbox id
 * @param said that it did not arrive, with whom and why, in words
 * @param shown the number to call, as people write it; null when none is known
 * @param dial as a telephone takes it; null as above
 * @param again it is being sent again
 * @param ways other addresses of its reader that it can be sent to
 */
public record Lost(
    String entry,
    String number,
    String subject,
    String said,
    String shown,
    String dial,
    boolean again,
    List<Way> ways) {
  /**
   * @param address identity id
   * @param said how and where to, in words
   */
  public record Way(String address, String said) {}

  /** What the official of a case is warned of. */
  static List<Lost> in(Case one, Frame frame, Names names) {
    return in(one, frame, names, List.of());
  }

  /**
   * @param known who its citizen is known as, of whom other addresses are proposed
   */
  static List<Lost> in(Case one, Frame frame, Names names, List<Identity> known) {
    return Undelivered.in(one).stream()
        .filter(Undelivered::certain)
        .map(lost -> of(lost, one, frame, names, known))
        .toList();
  }

  private static Lost of(
      Undelivered lost, Case one, Frame frame, Names names, List<Identity> known) {
    CaseEvent.Delivery failure = lost.failure();
    String who =
        lost.to()
            .map(to -> names.participant(to) + " (" + names.address(to.address()) + ")")
            .orElseGet(() -> names.citizen(one));
    String why = new DeliveryWords(frame.words()).why(failure.detail());
    String said =
        lost.kind() == null
            ? frame.say("lost.said.older", who, why)
            : frame.say("lost.said", who, frame.say("work.tell." + lost.kind()), why);
    Optional<String> phone = phone(one);
    return new Lost(
        failure.entry(),
        one.id(),
        names.subject(one),
        said,
        phone.map(Person::shown).orElse(null),
        phone.orElse(null),
        lost.again(),
        lost.to()
            .map(to -> ways(to.address(), known, "lost.other", frame, names))
            .orElseGet(List::of));
  }

  /**
   * Other addresses of whose address that is.
   *
   * @param key of what is proposed, with how and where to
   */
  static List<Way> ways(Address not, List<Identity> known, String key, Frame frame, Names names) {
    return OtherWays.of(not, known).stream().map(to -> way(to, key, frame, names)).toList();
  }

  private static Way way(Address to, String key, Frame frame, Names names) {
    String channel = frame.say("work.channel." + Reachable.by(to));
    return new Way(to.id(), frame.say(key, channel, names.address(to)));
  }

  /** Where the citizen asked to be called, else a number they wrote from. */
  private static Optional<String> phone(Case one) {
    Stream<String> asked =
        one.openPromises().stream()
            .filter(promise -> promise.kind() == PromiseKind.CALLBACK)
            .filter(promise -> promise.callback() != null)
            .map(Promise::callback)
            .map(callback -> callback.phone());
    Stream<String> written =
        one.participants().stream()
            .map(Participant::address)
            .filter(address -> address.kind() == Address.Kind.PHONE)
            .map(Address::value);
    return Stream.concat(asked, written).findFirst();
  }
}
