package nl.aanspreekpunt.phone;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What the conversation needs to know to speak on.
 *
 * @param municipality its name
 * @param numberOf name of the official whose own number was called; null: it is nobody's own
 * @param responsible who has or gets the question; null before that is decided
 * @param rings who is rung now; null: nobody
 * @param callable false after a threat, where it was agreed that contact is in other ways
 * @param closed nobody of those responsible works at this hour
 * @param returns who calls back, and by when; null when nothing can be said
 */
record Facts(
    Instant now,
    ZoneId zone,
    String municipality,
    String numberOf,
    Who responsible,
    Rung rings,
    boolean callable,
    boolean closed,
    Returns returns) {

  /**
   * @param id official id
   */
  record Who(String id, String name) {}

  /**
   * @param number E.164
   * @param instead name of who did not answer or is not there; null: nobody was before them
   * @param tried whether that one's telephone rang
   */
  record Rung(Who who, String number, String instead, boolean tried) {}

  record Returns(Who who, Instant due) {}

  static Facts plain(Instant now, ZoneId zone, String municipality, String numberOf) {
    return new Facts(now, zone, municipality, numberOf, null, null, true, false, null);
  }
}
