package nl.aanspreekpunt.official;

/**
 * Something in a feed of people that cannot be.
 *
 * @param official official id
 * @param field as a feed names it: name, function, team, phone, email, address, topics,
 *     neighbourhoods, capacity, cap, share, languages, deputy, roles
 * @param value what was said; empty when nothing was
 */
public record FedMistake(String official, String field, What what, String value) {
  public enum What {
    MISSING,
    /** There is no such team, topic, neighbourhood or official. */
    UNKNOWN,
    WRONG,
    /** They are on call, and told by SMS. */
    NEEDED,
    /** They are the last administrator. */
    ADMINISTRATOR,
    /** Somebody else has it. */
    TAKEN,
    /** Notices to an address of the hub itself would come back in as questions. */
    OWN_DOMAIN,
    NOT_OWN_DOMAIN
  }

  /** As of a file, at the place where the official would stand in it. */
  Mistake mistake() {
    return new Mistake(
        Place.of("officials", official, field).toString(),
        switch (what) {
          case MISSING -> Mistake.What.MISSING;
          case ADMINISTRATOR -> Mistake.What.ADMINISTRATOR;
          case NEEDED -> Mistake.What.NO_PHONE;
          case UNKNOWN -> Mistake.What.UNKNOWN;
          case TAKEN -> Mistake.What.TWICE;
          case OWN_DOMAIN -> Mistake.What.OWN_DOMAIN;
          case NOT_OWN_DOMAIN -> Mistake.What.NOT_OWN_DOMAIN;
          case WRONG -> Mistake.What.OTHER;
        },
        what == What.NEEDED ? official : value,
        this.toString());
  }

  @Override
  public String toString() {
    String said = value.isEmpty() ? "" : " '" + value + "'";
    return official
        + ": "
        + field
        + said
        + switch (what) {
          case MISSING -> " is missing";
          case ADMINISTRATOR -> " stay as they are: they are the last administrator";
          case NEEDED -> " is needed: they are on call, and told by SMS";
          case UNKNOWN -> " is not known; the id of one is expected";
          case WRONG -> " cannot be";
          case TAKEN -> " belongs to another";
          case OWN_DOMAIN -> " is on the hub's own domain; the own mailbox is expected";
          case NOT_OWN_DOMAIN -> " is not on the hub's domain";
        };
  }
}
