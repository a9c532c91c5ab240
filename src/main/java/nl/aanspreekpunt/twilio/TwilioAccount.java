package nl.aanspreekpunt.twilio;

/**
 * An account at Twilio whose webhooks are let in. Of a subaccount they are signed with its own
 * token.
 *
 * @param sid {@code AC...}; null: whichever it says
 */
public record TwilioAccount(String sid, String authToken) {
  /** Also of a request that says none. */
  public boolean is(String said) {
    return sid == null || said == null || sid.equals(said);
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + sid + "]";
  }
}
