package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * Somebody with a name who answers citizens.
 *
 * @param id short, stable: {@code samira.elamrani}
 * @param function what citizens see beside the name
 * @param portrait file name of a drawn portrait or photo (served at {@code /portraits/<file>});
 *     null if none
 * @param phone E.164, shown to citizens; may be null
 * @param email where notices for this person go (their own mailbox); also the login name
 * @param address their own address on the hub's domain
 * @param topics topic ids, most fitting first
 * @param neighbourhoods ids; empty means all
 * @param hours null: the team's
 * @param capacity open cases that are a full load in a full working week
 * @param deputy official id; null if none
 * @param roles beside official; coordinator and manager follow from the teams
 * @param sharing what counts when work is shared out to them; never null
 * @param rings E.164, where the hub rings them for a citizen who calls; shown to no citizen; null:
 *     at {@code phone}
 */
public record Official(
    String id,
    String name,
    String function,
    String team,
    String portrait,
    String phone,
    String email,
    String address,
    List<String> topics,
    List<String> neighbourhoods,
    OpeningHours hours,
    int capacity,
    String deputy,
    Set<Role> roles,
    Sharing sharing,
    String rings) {
  public Official {
    sharing = sharing == null ? Sharing.USUAL : sharing;
  }

  /** The same, at these hours of their own. */
  Official working(OpeningHours own) {
    return new Official(
        id,
        name,
        function,
        team,
        portrait,
        phone,
        email,
        address,
        topics,
        neighbourhoods,
        own,
        capacity,
        deputy,
        roles,
        sharing,
        rings);
  }

  /** The same, with this portrait; null: with none. */
  Official pictured(String file) {
    return new Official(
        id,
        name,
        function,
        team,
        file,
        phone,
        email,
        address,
        topics,
        neighbourhoods,
        hours,
        capacity,
        deputy,
        roles,
        sharing,
        rings);
  }
}
