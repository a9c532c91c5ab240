package nl.aanspreekpunt.process;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks of text messages at a steady rate, some twice and some late, while something goes wrong
 * half way. What was not taken is offered again, as Twilio does
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides). Each message is from
 * a sender of its own, so that one too many or too few is seen.
 */
public final class WebhookSoak {
  /** One of so many is redelivered, another of so many comes late. */
  private static final int ONE_OF = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String url;
  private final Hook hook;
  private final int rate;
  private final Random random = new Random(20261130);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Queue<Long> answeredIn = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger redelivered = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();

  /** Deliveries that were not taken yet, and are offered again. */
  private final AtomicInteger again = new AtomicInteger();

  private volatile boolean away;

  /**
   * Who calls.
   *
   * @param to a number of the hub
   */
  public record Hook(String account, String token, String to) {}

  /**
   * What came of it.
   *
   * @param receipts of the messages, each once
   * @param senders of the messages, in the same order
   * @param refused calls that were answered otherwise than with 200, or not at all
   * @param answeredIn milliseconds until 200, but for those while something is wrong, and while
   *     what it left is offered again
   */
  public record Result(
      List<String> receipts,
      List<String> senders,
      int redelivered,
      int late,
      int refused,
      double[] answeredIn) {}

  /** Something that goes wrong, until it is over. */
  public interface Wrong {
    void happens() throws Exception;
  }

  /**
   * @param hub its address, the same all the time
   * @param rate messages a second
   */
  public WebhookSoak(String hub, Hook hook, int rate) {
    this.url = hub + "/webhooks/twilio/sms";
    this.hook = hook;
    this.rate = rate;
  }

  /** Until each message was taken; fails when one is not within two minutes of the last. */
  public Result run(Duration lasts, Wrong wrong) throws Exception {
    int count = (int) (rate * lasts.toSeconds());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    try {
      for (int n = 0; n < count; n++) {
        long at = n * 1_000_000L / rate;
        boolean slow = random.nextInt(ONE_OF) == 0;
        boolean twice = random.nextInt(ONE_OF) == 0;
        late.addAndGet(slow ? 1 : 0);
        redelivered.addAndGet(twice ? 1 : 0);
        all.add(delivered(n, at + (slow ? micros() : 0)));
        if (twice) {
          all.add(delivered(n, at + micros()));
        }
      }
      CompletableFuture<Void> half = new CompletableFuture<>();
      timer.schedule(() -> half.complete(null), lasts.toMillis() / 2, TimeUnit.MILLISECONDS);
      half.get();
      away = true;
      wrong.happens();
      away = false;
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .get(lasts.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      long left = all.stream().filter(one -> !one.isDone()).count();
      throw new AssertionError(left + " of " + all.size() + " deliveries were never taken", e);
    } finally {
      timer.shutdownNow();
    }
    return result(count);
  }

  /** Calls so far that were answered otherwise than with 200, or not at all. */
  int refused() {
    return refused.get();
  }

  private long micros() {
    return 100_000L + random.nextInt(1_900_000);
  }

  private Result result(int count) {
    List<String> receipts = new ArrayList<>();
    List<String> senders = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      receipts.add(receipt(sid(n)));
      senders.add(sender(n));
    }
    double[] times = answeredIn.stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
    return new Result(receipts, senders, redelivered.get(), late.get(), refused.get(), times);
  }

  private CompletableFuture<Void> delivered(int n, long micros) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    timer.schedule(() -> offer(n, taken, 0), micros, TimeUnit.MICROSECONDS);
    return taken;
  }

  private void offer(int n, CompletableFuture<Void> taken, int tries) {
    long began = System.nanoTime();
    boolean timed = !away && again.get() == 0;
    http.sendAsync(request(n), HttpResponse.BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() == 200) {
                if (timed && !away) {
                  answeredIn.add(System.nanoTime() - began);
                }
                again.addAndGet(tries > 0 ? -1 : 0);
                taken.complete(null);
              } else if (failure == null && answer.statusCode() != 503) {
                taken.completeExceptionally(
                    new AssertionError("answered " + answer.statusCode() + " " + answer.body()));
              } else {
                refused.incrementAndGet();
                again.addAndGet(tries > 0 ? 0 : 1);
                again(n, taken, tries);
              }
            });
  }

  private void again(int n, CompletableFuture<Void> taken, int tries) {
    long pause = Math.min(4_000, 500L << Math.min(3, tries));
    if (!timer.isShutdown()) {
      timer.schedule(() -> offer(n, taken, tries + 1), pause, TimeUnit.MILLISECONDS);
    }
  }

  private HttpRequest request(int n) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", hook.account());
    fields.put("MessageSid", sid(n));
    fields.put("From", sender(n));
    fields.put("To", hook.to());
    fields.put("NumMedia", "0");
    fields.put("Body", "Goedemorgen ☀ wie maakt de stoep in mijn straat? Vraag " + n);
    StringBuilder form = new StringBuilder();
    StringBuilder signed = new StringBuilder(url);
    fields.forEach(
        (name, value) -> {
          signed.append(name).append(value);
          form.append(form.length() == 0 ? "" : "&").append(name).append('=');
          form.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(15))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", signature(signed.toString()))
        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
        .build();
  }

  private static String sid(int n) {
    return String.format(Locale.ROOT, "SM%032x", 7_000_000 + n);
  }

  private static String sender(int n) {
    return String.format(Locale.ROOT, "+3161%07d", n);
  }

  private String receipt(String sid) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] key = ("twilio:" + hook.account() + ":" + sid).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(hook.token().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] made = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA1", e);
    }
  }
}
