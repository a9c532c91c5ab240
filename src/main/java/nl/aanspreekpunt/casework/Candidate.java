package nl.aanspreekpunt.casework;

/**
 * Somebody who was weighed for a case, and with what figures.
 *
 * @param official official id
 * @param open the estimate of their open cases
 * @param pressing those of them in which a promise is late, or due within a working day of theirs
 * @param capacity open cases that are a full load in a full working week
 * @param share of a full working week that they work, in percent
 * @param cap open cases from which on colleagues with room go before; null: none
 * @param speaks the citizen's language
 * @param weight how full they are: 1 is a full load; who has the lowest goes first
 */
public record Candidate(
    String official,
    long open,
    long pressing,
    int capacity,
    int share,
    Integer cap,
    boolean speaks,
    double weight) {

  /** Has as much as may be shared out to them. */
  public boolean full() {
    return cap != null && open >= cap;
  }
}
