package nl.aanspreekpunt.web;

/**
 * What the hub does with telephones.
 *
 * @param rings it has somebody called from a page
 * @param desk it puts calls to clerks
 */
public record Phones(boolean rings, boolean desk) {
  public static final Phones NONE = new Phones(false, false);
}
