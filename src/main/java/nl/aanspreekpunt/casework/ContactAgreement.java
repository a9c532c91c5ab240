package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;

/**
 * After a threat: who has contact with the citizen, how, until when and why. It holds for all that
 * the citizen asks, and ends by itself. What was promised stays promised.
 *
 * @param official who has contact (official id)
 * @param ways how; never empty
 * @param why in own words, which the citizen reads
 * @param by who leads and set it (official id)
 * @param ended null while nobody ended it
 * @param objection null: the citizen did not object
 * @param also other addresses that the citizen writes from, as who leads said
 */
public record ContactAgreement(
    String official,
    List<Way> ways,
    Instant from,
    Instant until,
    String why,
    String by,
    End ended,
    Objection objection,
    List<Also> also) {
  /**
   * @param holds false: it is not the citizen's after all
   */
  public record Also(Address address, boolean holds) {
    public boolean is(Address other, boolean so) {
      return address.equals(other) && holds == so;
    }
  }

  /** Ways of contact that can be left open. */
  public enum Way {
    WRITING,
    PHONE,
    DESK,
    VISIT
  }

  /** How it ended before or at its time. */
  public enum How {
    /** By itself. */
    LAPSED,
    /** By who leads. */
    LIFTED,
    /** The citizen objected, and was right. */
    OBJECTION,
    /** The case is another citizen's. */
    NOT_THEIRS,
    /** Another was made later in another case of the citizen. */
    REPLACED
  }

  /**
   * @param by official id, or "hub"
   * @param why in own words; null when it lapsed
   */
  public record End(Instant at, How how, String by, String why) {}

  /**
   * @param words what the citizen said
   * @param promise by when they hear what comes of it (promise id)
   * @param answeredBy official id; null until it is answered
   * @param explanation null until it is answered
   */
  public record Objection(
      Instant at, String words, String promise, String answeredBy, String explanation) {
    public boolean open() {
      return answeredBy == null;
    }
  }

  public ContactAgreement {
    ways = List.copyOf(ways);
    also = also == null ? List.of() : List.copyOf(also);
  }

  /** Nobody ended it, and its time is not over. */
  public boolean stands(Instant now) {
    return ended == null && until.isAfter(now);
  }

  /**
   * As the citizen's addresses know it.
   *
   * @param number of the case in which it was made
   */
  public Identity.AgreedContact known(String number) {
    return new Identity.AgreedContact(
        number, official, ways.stream().map(Enum::name).toList(), until);
  }

  public Optional<Objection> openObjection() {
    return Optional.ofNullable(objection).filter(Objection::open);
  }

  public ContactAgreement ended(End how) {
    return new ContactAgreement(official, ways, from, until, why, by, how, objection, also);
  }

  public ContactAgreement objected(Objection said) {
    return new ContactAgreement(official, ways, from, until, why, by, ended, said, also);
  }

  /** With what holds of this address now. */
  public ContactAgreement also(Address address, boolean holds) {
    List<Also> all = new ArrayList<>(also);
    all.removeIf(one -> one.address().equals(address));
    all.add(new Also(address, holds));
    return new ContactAgreement(official, ways, from, until, why, by, ended, objection, all);
  }
}
