package nl.aanspreekpunt.phone;

import io.vertx.core.Future;

/** Spoken messages: fetched from the provider, and put with their case. */
public final class VoiceMail {
  /**
   * A message was recorded: durable before the future completes.
   *
   * @param seconds how long it is
   */
  Future<Void> recorded(String call, String recording, int seconds) {
    return Future.succeededFuture();
  }
}
