package nl.aanspreekpunt.web;

/** One of a list to choose from. */
public record Choice(String value, String label, boolean chosen) {
  /** The same, chosen when this is what somebody chose. */
  public Choice when(String choice) {
    return new Choice(value, label, value.equals(choice));
  }
}
