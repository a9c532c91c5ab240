package nl.aanspreekpunt.phone.back;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import nl.aanspreekpunt.outbox.LastCommand;
import nl.aanspreekpunt.outbox.SmsSender;
import nl.aanspreekpunt.outbox.TwilioHttp;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Calls by Twilio's REST API (https://www.twilio.com/docs/voice/api/call-resource). Its client
 * blocks, so it works on threads of its own. Twilio keeps no key of ours: what it was asked once is
 * not asked again, and a call of which the answer was lost says itself which it is, by the address
 * of its webhooks.
 */
public final class TwilioDialling implements Dialling {
  /** Seconds that the official's telephone rings, before a voice mail would take it. */
  private static final int RINGS = 20;

  private static final int MOST_READ = 50;

  /** Clocks differ; a call of ours was not made before it was asked for by more than this. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final TwilioRestClient client;
  private final SmsSender.Account account;
  private final BackAddresses addresses;
  private final WorkerExecutor workers;

  public TwilioDialling(
      Vertx vertx, SmsSender.Account account, int threads, BackAddresses addresses) {
    this.account = account;
    this.addresses = addresses;
    this.client =
        new TwilioRestClient.Builder(account.accountSid(), account.authToken())
            .httpClient(new TwilioHttp(account.apiUrl(), account.timeout(), threads))
            .build();
    this.workers =
        vertx.createSharedWorkerExecutor(
            "calls-" + account.accountSid(),
            threads,
            account.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public Future<Dialled> dial(MadeCall call) {
    LastCommand request = new LastCommand(() -> true);
    return workers
        .executeBlocking(() -> placed(call, request), false)
        .timeout(account.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            e ->
                e instanceof TimeoutException
                    ? Future.succeededFuture(silent(request))
                    : Future.failedFuture(e));
  }

  private static Dialled silent(LastCommand request) {
    return request.stop() ? new Dialled.Unknown() : new Dialled.Refused("unreachable");
  }

  private Dialled placed(MadeCall call, LastCommand request) {
    if (!request.give()) {
      return new Dialled.Refused("unreachable");
    }
    try {
      String sid =
          Call.creator(
                  new PhoneNumber(call.from()),
                  new PhoneNumber(call.shown()),
                  URI.create(addresses.answered(call)))
              .setStatusCallback(addresses.own(call))
              .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
              .setTimeout(RINGS)
              .create(client)
              .getSid();
      return new Dialled.Placed(sid);
    } catch (TwilioHttp.Busy e) {
      // Too many at once (429) was not taken; of what failed inside Twilio nobody can tell.
      return e.status == 429 ? new Dialled.Refused("busy") : new Dialled.Unknown();
    } catch (ApiException e) {
      return e.getStatusCode() == null ? broken(e) : new Dialled.Refused(refusal(e));
    } catch (TwilioException e) {
      return broken(e);
    }
  }

  /** Numbers that cannot be rung, in Twilio's codes (https://www.twilio.com/docs/api/errors). */
  private static String refusal(ApiException answer) {
    int code = answer.getCode() == null ? 0 : answer.getCode();
    return switch (code) {
      case 13224, 21201, 21211, 21214, 21217 -> "own-number";
      case 21210, 21212, 21213 -> "shown-number";
      case 21215, 21216 -> "not-allowed";
      default -> "refused";
    };
  }

  private static Dialled broken(TwilioException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException
          || cause instanceof ConnectTimeoutException
          || cause instanceof ConnectionRequestTimeoutException) {
        return new Dialled.Refused("unreachable");
      }
    }
    return new Dialled.Unknown();
  }

  /** {@code completed} ends what rings as well as what is spoken on. */
  @Override
  public Future<Void> hangUp(String sid) {
    return asked(
        () -> {
          Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
          return null;
        });
  }

  /** What a call that goes on does next is asked for there. */
  public Future<Void> redirect(String sid, String url) {
    return asked(
        () -> {
          Call.updater(sid).setUrl(URI.create(url)).update(client);
          return null;
        });
  }

  @Override
  public Future<List<String>> since(MadeCall call) {
    return asked(
        () -> {
          Instant since = call.at().minus(SKEW);
          ResourceSet<Call> found =
              Call.reader()
                  .setTo(new PhoneNumber(call.from()))
                  .setFrom(new PhoneNumber(call.shown()))
                  .limit(MOST_READ)
                  .read(client);
          List<Call> ours = new ArrayList<>();
          for (Call one : found) {
            ZonedDateTime made = one.getDateCreated();
            boolean asked = "outbound-api".equals(one.getDirection());
            if (asked && (made == null || !made.toInstant().isBefore(since))) {
              ours.add(one);
            }
          }
          return ours.stream()
              .sorted(
                  Comparator.comparing(
                      Call::getDateCreated, Comparator.nullsLast(Comparator.naturalOrder())))
              .map(Call::getSid)
              .toList();
        });
  }

  @Override
  public Future<Looked> look(String sid) {
    return asked(
        () -> {
          Call own = Call.fetcher(sid).fetch(client);
          Seen theirs = null;
          for (Call child : Call.reader().setParentCallSid(sid).limit(1).read(client)) {
            theirs = seen(child);
          }
          return new Looked(seen(own), theirs);
        });
  }

  private static Seen seen(Call call) {
    String seconds = call.getDuration();
    return new Seen(
        call.getSid(),
        Line.Status.of(call.getStatus().toString()).orElse(Line.Status.QUEUED),
        at(call.getStartTime()),
        at(call.getEndTime()),
        seconds != null && seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 0,
        call.getAnsweredBy());
  }

  private static Instant at(ZonedDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private <T> Future<T> asked(Callable<T> request) {
    return workers
        .executeBlocking(request, false)
        .timeout(2 * account.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }
}
