package nl.aanspreekpunt.web.login;

import java.time.Instant;

/**
 * What somebody logs in with.
 *
 * @param id email address, lower case
 * @param version raised by each change
 * @param official official id
 * @param hash of the password, with its salt and cost
 * @param mustChange the password was made by the hub, or by an administrator
 */
public record Account(
    String id, long version, String official, String hash, boolean mustChange, Instant changedAt) {

  private static final int OF_DIGEST = 24;

  /** Tells this password of this account from any other, and says nothing of it. */
  String mark() {
    return Login.id(id + " " + hash).substring(0, OF_DIGEST);
  }

  Account with(String newHash, Instant now) {
    return new Account(id, version + 1, official, newHash, false, now);
  }
}
