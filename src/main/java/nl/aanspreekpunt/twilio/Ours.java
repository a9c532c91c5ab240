package nl.aanspreekpunt.twilio;

import nl.aanspreekpunt.official.Numbers;

/**
 * What of an account is for this hub: others may share it.
 *
 * @param service a messaging service that is sent through ({@code MG...}); null: none
 */
public record Ours(Numbers numbers, String service) {
  /**
   * Whether what came to this number, or by this messaging service, is for us. Where nothing is
   * configured everything is.
   *
   * @param to as Twilio writes it; may be null
   * @param by {@code MG...}; may be null
   */
  public boolean take(String to, String by) {
    boolean nothingSaid = numbers.all().isEmpty() && service == null;
    return nothingSaid
        || numbers.of(to == null ? null : TwilioAddress.read(to).number()).isPresent()
        || (by != null && (by.equals(service) || numbers.ofService(by).isPresent()));
  }
}
