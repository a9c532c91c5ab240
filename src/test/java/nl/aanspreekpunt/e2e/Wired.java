package nl.aanspreekpunt.e2e;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.twilio.TwilioStandIn;

/** A hub between a mail server and the stand-in of Twilio, all over real sockets. */
final class Wired implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  final Relay relay = new Relay();
  final TwilioStandIn twilio = new TwilioStandIn(vertx);
  final RunningHub hub;

  Wired() {
    Map<String, String> configuration = new HashMap<>(relay.configuration());
    configuration.putAll(twilio.configuration());
    try {
      hub = RunningHub.started(configuration);
    } catch (RuntimeException | Error e) {
      closeOthers();
      throw e;
    }
  }

  @Override
  public void close() {
    hub.close();
    closeOthers();
  }

  private void closeOthers() {
    twilio.close();
    relay.close();
    StoreFixture.await(vertx.close());
  }
}
