package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.aanspreekpunt.inbox.FileSources;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.twilio.TwilioAccount;

/**
 * The pictures and sounds of text messages: fetched from Twilio with the account's login, piece by
 * piece, within bounds; and deleted there once they are kept here, when that is configured
 * (https://www.twilio.com/docs/messaging/api/media-resource).
 */
public final class TwilioMedia implements FileSources {
  /** More than Twilio takes in one message by any channel. */
  private static final long LARGEST = 20L << 20;

  /** For all files of one message together. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int MOST_HOPS = 3;

  /** After this what is not there is not there any more, instead of not yet. */
  private static final Duration NOT_YET = Duration.ofHours(1);

  private static final int THREADS = 4;

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final HttpClient http;
  private final MediaHosts hosts;
  private final List<TwilioAccount> accounts;
  private final boolean deletes;
  private final Clock clock;

  /**
   * @param deletes whether they are deleted at Twilio once they are kept here
   */
  public TwilioMedia(
      Vertx vertx, List<TwilioAccount> accounts, String apiUrl, boolean deletes, Clock clock) {
    this.vertx = vertx;
    this.accounts = accounts;
    this.hosts = new MediaHosts(apiUrl);
    this.deletes = deletes;
    this.clock = clock;
    this.workers = vertx.createSharedWorkerExecutor("sms-media", THREADS);
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  @Override
  public Future<Void> each(Receipt receipt, Function<Source, Future<Void>> use) {
    long end = System.nanoTime() + LONGEST.toNanos();
    Future<Void> done = Future.succeededFuture();
    for (MediaFields.One one : MediaFields.in(receipt.facts())) {
      done = done.compose(before -> fetched(new Fetching(receipt, one, end), use));
    }
    return done;
  }

  private static Future<Void> fetched(Fetching one, Function<Source, Future<Void>> use) {
    return use.apply(one).eventually(() -> one.use(one::close));
  }

  @Override
  public boolean lets(Receipt receipt) {
    return deletes && !MediaFields.in(receipt.facts()).isEmpty();
  }

  @Override
  public Future<Void> kept(Receipt receipt, Set<Integer> parts) {
    return deletes
        ? workers.executeBlocking(() -> deleted(receipt, parts), false)
        : Future.succeededFuture();
  }

  private Void deleted(Receipt receipt, Set<Integer> parts) throws IOException {
    for (MediaFields.One one : MediaFields.in(receipt.facts())) {
      URI there = hosts.first(one.url() + ".json");
      if (there != null && parts.contains(one.part())) {
        int status = answer(asks(there, receipt).DELETE().build(), BodyHandlers.discarding());
        if (status / 100 != 2 && status != 404) {
          throw new IOException("a file is not deleted at Twilio: " + status);
        }
      }
    }
    return null;
  }

  private int answer(HttpRequest request, HttpResponse.BodyHandler<Void> body) throws IOException {
    return send(request, body).statusCode();
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  /** With the login, where that is asked for. */
  private HttpRequest.Builder asks(URI there, Receipt receipt) {
    HttpRequest.Builder request = HttpRequest.newBuilder(there).timeout(WAIT);
    return hosts.isApi(there)
        ? request.header("Authorization", login(receipt.facts().get("AccountSid")))
        : request;
  }

  private String login(String sid) {
    TwilioAccount account =
        accounts.stream().filter(one -> one.is(sid)).findFirst().orElse(new TwilioAccount(sid, ""));
    String login = (account.sid() == null ? sid : account.sid()) + ":" + account.authToken();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** One file on its way; it is asked for when its first bytes are. */
  private final class Fetching implements Source {
    private final Receipt receipt;
    private final MediaFields.One one;
    private final long end;
    private volatile InputStream bytes;
    private long taken;
    private long timer = -1;

    /** A stream that is closed while it is read may seem to have ended. */
    private volatile boolean late;

    Fetching(Receipt receipt, MediaFields.One one, long end) {
      this.receipt = receipt;
      this.one = one;
      this.end = end;
    }

    @Override
    public int part() {
      return one.part();
    }

    @Override
    public String name() {
      return one.name();
    }

    @Override
    public <T> Future<T> use(Callable<T> work) {
      return workers.executeBlocking(work, false);
    }

    @Override
    public byte[] next(int most) throws IOException {
      if (bytes == null) {
        bytes = open();
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        timer =
            vertx.setTimer(
                left,
                over -> {
                  late = true;
                  close();
                });
      }
      byte[] next = bytes.readNBytes(most);
      taken += next.length;
      if (taken > LARGEST) {
        throw new Unfetched("larger than " + LARGEST + " bytes");
      }
      if (late) {
        throw new IOException("not all of it came in time");
      }
      return next;
    }

    private InputStream open() throws IOException {
      URI there = hosts.first(one.url());
      for (int hop = 0; hop <= MOST_HOPS && there != null; hop++) {
        HttpResponse<InputStream> answer =
            send(asks(there, receipt).build(), BodyHandlers.ofInputStream());
        int status = answer.statusCode();
        if (status == 200) {
          return answer.body();
        }
        answer.body().close();
        if (status < 301 || status > 308 || status == 304) {
          throw failed(status);
        }
        there = hosts.next(there, answer.headers().firstValue("Location").orElse(null));
      }
      throw new Unfetched("at no place of Twilio's");
    }

    private IOException failed(int status) {
      boolean ever = clock.instant().isAfter(receipt.receivedAt().plus(NOT_YET));
      return (status == 404 || status == 410) && ever
          ? new Unfetched("not there any more")
          : new IOException("Twilio answered " + status);
    }

    /** Also ends a read that waits. */
    private Void close() {
      vertx.cancelTimer(timer);
      InputStream open = bytes;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          return null; // it is over either way
        }
      }
      return null;
    }
  }
}
