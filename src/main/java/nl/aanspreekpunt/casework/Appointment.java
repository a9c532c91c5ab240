package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;

/**
 * A talk with the citizen that is to come. It stands as long as its promise is open; a call is a
 * promise to call.
 *
 * @param uid of its entry in calendars, the same for as long as it is this talk (RFC 5545, 3.8.4.7)
 * @param promise promise id
 * @param from when it begins
 * @param place where, in the official's words; empty for a call
 * @param about what it is about, in the official's words, which the citizen reads; may be empty
 * @param to whom it was told; null: nobody could be told
 * @param official who comes, as the citizen was told (official id)
 * @param sequence raised at each change (RFC 5545, 3.8.7.4)
 * @param unsuited why it does not suit the citizen, in their words; null: they did not say so
 */
public record Appointment(
    String uid,
    String promise,
    CaseEvent.Talk how,
    Instant from,
    Instant until,
    String place,
    String about,
    Address to,
    String official,
    int sequence,
    String unsuited) {
  /** At another moment, or elsewhere; what did not suit is over. */
  public Appointment moved(Instant starts, Instant ends, String where) {
    return new Appointment(
        uid, promise, how, starts, ends, where, about, to, official, sequence + 1, null);
  }

  /** Somebody else comes. */
  public Appointment by(String other) {
    return new Appointment(
        uid, promise, how, from, until, place, about, to, other, sequence + 1, unsuited);
  }

  /** The same talk in another case, under that promise. */
  Appointment under(String other) {
    return new Appointment(
        uid, other, how, from, until, place, about, to, official, sequence, unsuited);
  }

  /** It is called off. */
  public Appointment ended() {
    return by(official);
  }

  public Appointment unsuited(String words) {
    return new Appointment(
        uid, promise, how, from, until, place, about, to, official, sequence, words);
  }
}
