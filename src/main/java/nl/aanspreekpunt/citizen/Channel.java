package nl.aanspreekpunt.citizen;

/** How a citizen and the hub exchange messages. */
public enum Channel {
  EMAIL,
  SMS,
  WHATSAPP,
  WEB,
  /** Another system of the municipality, over the JSON API. */
  API,
  /** A call: what cannot be written to a citizen, and callback requests. */
  PHONE,
  /** To an official: gathered into an email with what else they are to hear. */
  DIGEST;

  /** Typed on a telephone and known by its number: short, and without a subject. */
  public boolean texting() {
    return this == SMS || this == WHATSAPP;
  }
}
