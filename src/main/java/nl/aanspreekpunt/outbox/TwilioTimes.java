package nl.aanspreekpunt.outbox;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;

/**
 * When a message was sent, as Twilio has it: what it delivers by a webhook does not say so, and may
 * come late (https://www.twilio.com/docs/messaging/api/message-resource).
 */
public final class TwilioTimes {
  private static final int THREADS = 2;
  private static final int CONNECTIONS = 2;
  private final TwilioRestClient client;
  private final SmsSender.Account account;
  private final WorkerExecutor workers;

  public TwilioTimes(Vertx vertx, SmsSender.Account account) {
    this.account = account;
    this.client =
        new TwilioRestClient.Builder(account.accountSid(), account.authToken())
            .httpClient(new TwilioHttp(account.apiUrl(), account.eachWait(), CONNECTIONS))
            .build();
    this.workers =
        vertx.createSharedWorkerExecutor(
            "sms-times-" + account.accountSid(),
            THREADS,
            account.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Fails when Twilio cannot be asked now, or does not know the message.
   *
   * @param sid of the message
   */
  public Future<Instant> of(String sid) {
    return workers
        .executeBlocking(() -> asked(sid), false)
        .timeout(account.eachWait().toMillis() * 2, TimeUnit.MILLISECONDS);
  }

  private Instant asked(String sid) {
    Message message = Message.fetcher(sid).fetch(client);
    ZonedDateTime at =
        message.getDateSent() == null ? message.getDateCreated() : message.getDateSent();
    if (at == null) {
      throw new IllegalStateException("Twilio does not say when " + sid + " was sent");
    }
    return at.toInstant();
  }

  public Future<Void> close() {
    return workers.close();
  }
}
