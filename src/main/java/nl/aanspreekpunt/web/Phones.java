package nl.aanspreekpunt.web;

import java.util.function.Predicate;

/**
 * What the hub does with telephones.
 *
 * @param rings it has somebody called from a page
 * @param desk it puts calls to clerks
 * @param reach the numbers that it calls (E.164)
 */
public record Phones(boolean rings, boolean desk, Predicate<String> reach) {
  public static final Phones NONE = new Phones(false, false, number -> false);
}
