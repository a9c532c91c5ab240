package nl.aanspreekpunt.outbox;

import java.time.Clock;
import java.time.Duration;
import nl.aanspreekpunt.outbox.notify.NotifyAccount;
import nl.aanspreekpunt.outbox.notify.NotifyMessage;
import nl.aanspreekpunt.outbox.notify.NotifySender;
import nl.aanspreekpunt.outbox.notify.NotifyStandIn;

/** A gateway in the style of NotifyNL is another provider of text messages. */
class NotifyContractTest extends TextProviderContract {
  @Override
  protected Provider provider() {
    Clock clock = Clock.systemUTC();
    NotifyStandIn notify = new NotifyStandIn(vertx, clock);
    return new Provider() {
      @Override
      public Sending sender(Duration timeout) {
        NotifyAccount account =
            NotifyAccount.of(notify.url(), NotifyStandIn.KEY, timeout).orElseThrow();
        NotifyMessage text = new NotifyMessage.Text(NotifyStandIn.TEXT, Town.letters());
        return new NotifySender(vertx, account, text, clock);
      }

      @Override
      public int messages() {
        return notify.messages.size();
      }

      @Override
      public String name(int message) {
        return NotifyStandIn.id(message);
      }

      @Override
      public String words(int message) {
        return notify.messages.get(message - 1).personalisation().getString("body");
      }

      @Override
      public void answers(int status, boolean taken) {
        String error =
            switch (status) {
              case 400 -> "ValidationError";
              case 401, 403 -> "AuthError";
              case 429 -> "RateLimitError";
              default -> "Exception";
            };
        notify.failNext(new NotifyStandIn.Trouble(status, error, taken));
      }

      @Override
      public void closes(boolean taken) {
        notify.failNext(new NotifyStandIn.Trouble(0, null, taken));
      }

      @Override
      public void staysSilent(boolean taken) {
        notify.failNext(new NotifyStandIn.Trouble(NotifyStandIn.SILENCE, null, taken));
      }

      @Override
      public void failsToLookUp(int status) {
        notify.failNextLookUp(status);
      }

      @Override
      public void goes() {
        notify.close();
      }
    };
  }
}
