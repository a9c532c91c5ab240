package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Being on call of one official, from midnight to midnight on the municipality's clock.
 *
 * @param days on which
 * @param phone where a text message reaches them at any hour (E.164); null: the number that
 *     citizens see
 */
public record CallDuty(String official, Set<DayOfWeek> days, String phone) {
  public CallDuty {
    days = Set.copyOf(days);
  }
}
