package nl.aanspreekpunt.outbox;

import java.time.Duration;
import nl.aanspreekpunt.twilio.TwilioStandIn;

/** Twilio is one provider of text messages. */
class TwilioContractTest extends TextProviderContract {
  @Override
  protected Provider provider() {
    TwilioStandIn twilio = new TwilioStandIn(vertx);
    return new Provider() {
      @Override
      public Sending sender(Duration timeout) {
        return new SmsSender(vertx, twilio.account(timeout), 2, Town.letters());
      }

      @Override
      public int messages() {
        return twilio.sent.size();
      }

      @Override
      public String name(int message) {
        return TwilioStandIn.sid(message);
      }

      @Override
      public String words(int message) {
        return twilio.sent.get(message - 1).body();
      }

      @Override
      public void answers(int status, boolean taken) {
        Integer code = status == 400 ? Integer.valueOf(21211) : null;
        twilio.failNext(new TwilioStandIn.Failure(status, code, "120", taken));
      }

      @Override
      public void closes(boolean taken) {
        twilio.failNext(new TwilioStandIn.Failure(0, null, null, taken));
      }

      @Override
      public void staysSilent(boolean taken) {
        twilio.failNext(new TwilioStandIn.Failure(TwilioStandIn.SILENCE, null, null, taken));
      }

      @Override
      public void failsToLookUp(int status) {
        twilio.failNextLookUp(status);
      }

      @Override
      public void goes() {
        twilio.close();
      }
    };
  }
}
