package nl.aanspreekpunt.outbox;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import nl.aanspreekpunt.twilio.TwilioAccount;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Messages by Twilio's REST API. Its client blocks, so it works on threads of its own. Twilio keeps
 * no key of ours, so before a message is sent again Twilio is asked whether it has it.
 */
final class TwilioMessages {
  private static final int MOST_READ = 200;

  /** Too many of ours wait there: https://www.twilio.com/docs/api/errors/21611. */
  private static final int QUEUE_FULL = 21611;

  /** Clocks differ; a message of ours was not made before its entry by more than this. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /**
   * What is asked of Twilio.
   *
   * @param creator makes it; its callback is added
   * @param earlier reads those of before to the same reader, from the same sender
   * @param texts in which an earlier try may have gone: a trial account's words may be in front
   */
  record Post(MessageCreator creator, MessageReader earlier, List<String> texts) {}

  private final TwilioRestClient client;

  /** By the account's SID. */
  private final Map<String, TwilioRestClient> others;

  private final SmsSender.Account account;
  private final String publicUrl;
  private final WorkerExecutor workers;

  /**
   * @param others accounts that may have a number too
   * @param name of its threads
   */
  TwilioMessages(
      Vertx vertx,
      SmsSender.Account account,
      List<TwilioAccount> others,
      String name,
      int threads,
      String publicUrl) {
    this.account = account;
    this.publicUrl = publicUrl;
    TwilioHttp http = new TwilioHttp(account.apiUrl(), account.eachWait(), threads);
    this.client = client(account.accountSid(), account.authToken(), http);
    this.others =
        others.stream()
            .filter(one -> one.sid() != null && !one.sid().equals(account.accountSid()))
            .collect(
                Collectors.toUnmodifiableMap(
                    TwilioAccount::sid, one -> client(one.sid(), one.authToken(), http)));
    this.workers =
        vertx.createSharedWorkerExecutor(
            name + "-" + account.accountSid(),
            threads,
            account.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static TwilioRestClient client(String sid, String token, TwilioHttp http) {
    return new TwilioRestClient.Builder(sid, token).httpClient(http).build();
  }

  /** A number is sent from by the account that has it. */
  private TwilioRestClient client(Outgoing entry) {
    return others.getOrDefault(
        entry.notice().facts().getOrDefault(Notice.ACCOUNT, account.accountSid()), client);
  }

  /** As {@link Sending#send}. */
  Future<Delivery> send(Outgoing entry, Post post, boolean again, BooleanSupplier lease) {
    LastCommand request = new LastCommand(lease);
    return workers
        .executeBlocking(() -> deliver(entry, post, again, request), false)
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

  private Delivery deliver(Outgoing entry, Post post, boolean again, LastCommand request) {
    if (again) {
      try {
        Optional<Message> there = lookUp(entry, post);
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
      String sid = post.creator().setStatusCallback(callback(entry)).create(client(entry)).getSid();
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

  private String callback(Outgoing entry) {
    return publicUrl
        + "/webhooks/twilio/status?entry="
        + URLEncoder.encode(entry.id(), StandardCharsets.UTF_8);
  }

  /**
   * The same text to the same number since the entry was made. Twilio filters by the day on which a
   * message was sent, and one that still waits there has none, so the date is compared here.
   */
  private Optional<Message> lookUp(Outgoing entry, Post post) {
    ZonedDateTime since = entry.createdAt().minus(SKEW).atZone(ZoneOffset.UTC);
    post.earlier().pageSize(MOST_READ);
    for (Message message : post.earlier().limit(MOST_READ).read(client(entry))) {
      boolean recent =
          message.getDateCreated() == null || !message.getDateCreated().isBefore(since);
      if (recent && message.getBody() != null && isOne(message.getBody().strip(), post.texts())) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private static boolean isOne(String body, List<String> texts) {
    return texts.stream().anyMatch(text -> body.endsWith(text.strip()));
  }

  /** Our own login being wrong says nothing about the message. */
  private static Delivery refused(ApiException answer) {
    int status = answer.getStatusCode();
    if (status == 401 || status == 403 || answer.getCode() == null) {
      return Delivery.retry(Reason.twilioAnswered(status));
    }
    return answer.getCode() == QUEUE_FULL
        ? Delivery.retry(Reason.twilio(QUEUE_FULL))
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

  Future<Void> close() {
    return workers.close();
  }
}
