package nl.aanspreekpunt.outbox;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Sends text messages by Twilio's REST API. Its client blocks, so it works on threads of its own.
 * Twilio keeps no key of ours, so before a message is sent again Twilio is asked whether it has it.
 */
public final class SmsSender implements Sending {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** Twilio's error for a number that is none. */
  private static final int NOT_A_NUMBER = 21211;

  private static final int MOST_READ = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** Clocks differ; a message of ours was not made before its entry by more than this. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /**
   * @param from E.164, an alphanumeric sender, or a messaging service ({@code MG…})
   * @param apiUrl without a slash at the end; usually {@code https://api.twilio.com}
   * @param timeout of one try as a whole, which is one or two requests
   */
  public record Account(
      String accountSid, String authToken, String from, String apiUrl, Duration timeout) {
    Duration eachWait() {
      return timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
    }

    @Override
    public String toString() {
      return "Account[" + accountSid + " at " + apiUrl + "]";
    }
  }

  private final TwilioRestClient client;
  private final Account account;
  private final Letters letters;
  private final WorkerExecutor workers;

  public SmsSender(Vertx vertx, Account account, int threads, Letters letters) {
    this.account = account;
    this.letters = letters;
    this.client =
        new TwilioRestClient.Builder(account.accountSid(), account.authToken())
            .httpClient(new TwilioHttp(account.apiUrl(), account.eachWait(), threads))
            .build();
    long longest = account.timeout().toMillis();
    this.workers =
        vertx.createSharedWorkerExecutor(
            "sms-" + account.accountSid(), threads, longest, TimeUnit.MILLISECONDS);
  }

  /** A code is not kept. */
  @Override
  public String written(Outgoing entry) {
    return entry.notice().kind() == Notice.Kind.CODE ? null : letters.sms(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    if (!E164.matcher(entry.notice().to()).matches()) {
      return Future.succeededFuture(Delivery.refused(Reason.twilio(NOT_A_NUMBER)));
    }
    String text = entry.written() == null ? letters.sms(entry) : entry.written();
    LastCommand request = new LastCommand(lease);
    return workers
        .executeBlocking(() -> deliver(entry, text, again, request), false)
        .timeout(account.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            e ->
                e instanceof TimeoutException
                    ? Future.succeededFuture(silent(request))
                    : Future.failedFuture(e));
  }

  private static Delivery silent(LastCommand request) {
    String what = Reason.TWILIO_SILENT.code();
    return request.stop() ? Delivery.unknown(null, what) : Delivery.retry(what);
  }

  private Delivery deliver(Outgoing entry, String text, boolean again, LastCommand request) {
    if (again) {
      try {
        Optional<Message> there = lookUp(entry, text);
        if (there.isPresent()) {
          return Delivery.sent(there.get().getSid());
        }
      } catch (TwilioHttp.Busy e) {
        return Delivery.retry(Reason.twilioAnswered(e.status), e.after);
      } catch (TwilioException e) {
        return Delivery.retry(Reason.TWILIO_NOT_ASKED.code());
      }
    }
    if (!request.give()) {
      return Delivery.retry(Reason.CLAIM_RAN_OUT.code());
    }
    try {
      String sid = creator(entry, text).create(client).getSid();
      return again ? Delivery.perhapsTwice(sid) : Delivery.sent(sid);
    } catch (TwilioHttp.Busy e) {
      return busy(e, again);
    } catch (ApiException e) {
      return e.getStatusCode() == null ? broken(e) : refused(e);
    } catch (TwilioException e) {
      return broken(e);
    }
  }

  /** A server that broke may have taken it; one that is too busy has not (RFC 9110, 15.6.4). */
  private static Delivery busy(TwilioHttp.Busy answer, boolean again) {
    String what = Reason.twilioAnswered(answer.status);
    boolean taken = answer.status > 429 && answer.status != 503;
    return taken && !again ? Delivery.unknown(null, what) : Delivery.retry(what, answer.after);
  }

  private MessageCreator creator(Outgoing entry, String text) {
    PhoneNumber to = new PhoneNumber(entry.notice().to());
    String callback =
        letters.house().publicUrl()
            + "/webhooks/twilio/status?entry="
            + URLEncoder.encode(entry.id(), StandardCharsets.UTF_8);
    return from(entry, to, text).setStatusCallback(callback);
  }

  /** A number in a service: https://www.twilio.com/docs/messaging/api/message-resource. */
  private MessageCreator from(Outgoing entry, PhoneNumber to, String text) {
    String service = entry.notice().facts().get(Notice.SERVICE);
    String from = sender(entry);
    if (service != null) {
      return Message.creator(to, service, text).setFrom(new PhoneNumber(from));
    }
    return from.startsWith("MG")
        ? Message.creator(to, from, text)
        : Message.creator(to, new PhoneNumber(from), text);
  }

  /** The number that its reader wrote to, else the configured number or service. */
  private String sender(Outgoing entry) {
    return entry.notice().facts().getOrDefault(Notice.SENDER, account.from());
  }

  /**
   * The same text to the same number since the entry was made. Twilio filters by the day on which a
   * message was sent, and one that still waits there has none, so the date is compared here. A text
   * may carry a trial account's words in front.
   */
  private Optional<Message> lookUp(Outgoing entry, String text) {
    ZonedDateTime since = entry.createdAt().minus(SKEW).atZone(ZoneOffset.UTC);
    MessageReader reader = Message.reader().setTo(new PhoneNumber(entry.notice().to()));
    reader.pageSize(MOST_READ);
    String from = sender(entry);
    if (!from.startsWith("MG")) {
      reader.setFrom(new PhoneNumber(from));
    }
    for (Message message : reader.limit(MOST_READ).read(client)) {
      boolean recent =
          message.getDateCreated() == null || !message.getDateCreated().isBefore(since);
      if (recent && message.getBody() != null && message.getBody().strip().endsWith(text.strip())) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** Our own login being wrong says nothing about the message. */
  private static Delivery refused(ApiException answer) {
    int status = answer.getStatusCode();
    return status == 401 || status == 403 || answer.getCode() == null
        ? Delivery.retry(Reason.twilioAnswered(status))
        : Delivery.refused(Reason.twilio(answer.getCode()));
  }

  private static Delivery broken(TwilioException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException
          || cause instanceof ConnectTimeoutException
          || cause instanceof ConnectionRequestTimeoutException) {
        return Delivery.retry(Reason.TWILIO_UNREACHABLE.code());
      }
    }
    return Delivery.unknown(null, Reason.TWILIO_SILENT.code());
  }

  public Future<Void> close() {
    return workers.close();
  }
}
