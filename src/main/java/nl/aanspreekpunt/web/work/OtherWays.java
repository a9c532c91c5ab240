package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;

/**
 * Where else a citizen can be written to: addresses of their own, that nobody else uses. None for
 * what was for somebody else, whose words are not theirs.
 */
final class OtherWays {
  private OtherWays() {}

  /**
   * @param lost the address that it did not arrive at
   * @param known who the citizen is known as
   */
  static List<Address> of(Address lost, List<Identity> known) {
    boolean theirs = known.stream().anyMatch(one -> one.id().equals(lost.id()));
    return theirs
        ? known.stream()
            .filter(one -> !one.shared() && !one.id().equals(lost.id()))
            .flatMap(one -> Address.ofId(one.id()).stream())
            .filter(to -> Reachable.by(to) != Channel.PHONE)
            .toList()
        : List.of();
  }
}
