package nl.aanspreekpunt.citizen;

/** How a citizen and the hub exchange messages. */
public enum Channel {
  EMAIL,
  SMS,
  WEB,
  /** Another system of the municipality, over the JSON API. */
  API,
  /** A call: what cannot be written to a citizen, and callback requests. */
  PHONE
}
