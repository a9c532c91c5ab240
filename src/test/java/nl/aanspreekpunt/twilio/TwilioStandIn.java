package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.SmsSender;

/**
 * Twilio as far as the hub uses it: its REST API, with scripted failures, and its signed webhooks.
 * Where {@link Prism} is installed each request and each answer is held against Twilio's own
 * description of its API, and what is not as that says is refused.
 */
public final class TwilioStandIn implements AutoCloseable {
  public static final String ACCOUNT = "AC5a4d0000000000000000000000005a4d";
  public static final String TOKEN = "stand-in-token";
  public static final String FROM = "+31970000000";

  /** What Twilio says of when a message was made, unless a test says otherwise. */
  public static final String NOW = "Tue, 24 Nov 2026 09:00:00 +0000";

  /** A status of a {@link Failure}: no answer ever comes. */
  public static final int SILENCE = -1;

  /** Another account, with the same token, that alone has {@link #THEIRS}. */
  public static final String SUBACCOUNT = "AC5a4d0000000000000000000000005a4e";

  public static final String THEIRS = "+31970000077";

  private static final String API = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final String SUB_API = "/2010-04-01/Accounts/" + SUBACCOUNT;

  /**
   * What the next POST gets instead of 201.
   *
   * @param status 0: the connection is closed without an answer
   * @param code Twilio's error code; null if none
   * @param taken whether Twilio has the message nevertheless
   */
  public record Failure(int status, Integer code, String retryAfter, boolean taken) {}

  private final Messages messages = new Messages(ACCOUNT);
  private final PhoneCalls calls = new PhoneCalls(ACCOUNT);
  private final Files files = new Files(ACCOUNT);
  private final OwnedNumbers numbers = new OwnedNumbers(ACCOUNT);
  private final Approved approved = new Approved();

  /** The messages of the hub. */
  public final List<Sent> sent = messages.sent;

  /** What happens after Twilio has a message and before it answers. */
  public volatile Consumer<Sent> meanwhile = message -> {};

  /** Numbers that a message was asked for, whatever was answered. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** How many look-ups were answered or refused. */
  public final AtomicInteger lookUps = new AtomicInteger();

  private final Queue<Failure> failures = new ArrayDeque<>();
  private final Queue<Integer> refusedLookUps = new ArrayDeque<>();
  private final Queue<Failure> failedCalls = new ArrayDeque<>();
  private final Vertx vertx;
  private final TwilioCaller caller = new TwilioCaller(TOKEN);
  private final Front front;

  public TwilioStandIn(Vertx vertx) {
    this(vertx, Prism.installed());
  }

  private TwilioStandIn(Vertx vertx, boolean checked) {
    this.vertx = vertx;
    this.front = new Front(vertx, checked, this::answer);
  }

  /** The same without Prism. */
  public static TwilioStandIn unchecked(Vertx vertx) {
    return new TwilioStandIn(vertx, false);
  }

  public static String sid(int number) {
    return String.format("SM%032x", number);
  }

  /** The messages to somebody, in the order of arrival. */
  public List<Sent> to(String number) {
    return sent.stream().filter(one -> one.to().equals(number)).toList();
  }

  /** Somebody texts the hub. */
  public HttpResponse<String> texts(String hub, String from, String sid, String words) {
    return post(hub + "/webhooks/twilio/sms", sms(from, sid, words));
  }

  /** Twilio has it, whether or not the hub hears of it. */
  public void received(Map<String, String> form, Instant at) {
    messages.came(form, at);
  }

  /** A template that WhatsApp approved. */
  public void approves(String contentSid, String text) {
    approved.add(contentSid, text);
  }

  /** Twilio has a file of a message that came in. Gives the URL that its webhook names. */
  public String media(String message, String type, byte[] bytes) {
    return apiUrl() + files.media(message, type, bytes);
  }

  /** Twilio recorded a call. Gives the recording's SID. */
  public String recording(String call, byte[] bytes, int seconds) {
    return files.recording(call, bytes, seconds);
  }

  /** SIDs of the files and recordings that Twilio still has. */
  public List<String> kept() {
    return files.kept();
  }

  /** Twilio has a number, whose text messages go there. Gives its SID. */
  public String number(String number, String smsUrl) {
    return numbers.add(number, smsUrl);
  }

  /** The calls that Twilio has, in the order of arrival. */
  public List<Dialled> calls() {
    return List.copyOf(calls.all);
  }

  /** What the hub changed of calls that were there, in order. */
  public List<Dialled> changedCalls() {
    return List.copyOf(calls.changed);
  }

  /**
   * A call came in, whether or not the hub hears of it.
   *
   * @param seconds how long it was; null while it goes on
   */
  public void called(Map<String, String> form, Instant at, String status, Integer seconds) {
    calls.came(form, at, status, seconds);
  }

  /** A call that the hub's instructions made from another: gives its SID; nobody is told. */
  public String dials(String parent, String to, String from) {
    return calls.child(parent, to, from);
  }

  /** What becomes of the next request for a call. */
  public void failNextCall(Failure failure) {
    synchronized (failures) {
      failedCalls.add(failure);
    }
  }

  /** What Twilio says of a call from now on; nobody is told. */
  public void callBecame(String sid, String status, Integer seconds, String answeredBy) {
    calls.became(sid, status, seconds, answeredBy);
  }

  public String apiUrl() {
    return front.url();
  }

  /** What makes a hub use it. */
  public Map<String, String> configuration() {
    return Map.of(
        "twilio.account-sid", ACCOUNT,
        "twilio.auth-token", TOKEN,
        "twilio.from", FROM,
        "twilio.api-url", apiUrl());
  }

  /** The form of a text message to the hub. */
  public static Map<String, String> sms(String from, String sid, String body) {
    return Map.of("MessageSid", sid, "AccountSid", ACCOUNT, "From", from, "To", FROM, "Body", body);
  }

  public SmsSender.Account account(Duration timeout) {
    return new SmsSender.Account(ACCOUNT, TOKEN, FROM, apiUrl(), timeout);
  }

  public void failNext(Failure failure) {
    synchronized (failures) {
      failures.add(failure);
    }
  }

  /** The next look-up gets this status. */
  public void failNextLookUp(int status) {
    synchronized (failures) {
      refusedLookUps.add(status);
    }
  }

  /** What was refused for not being as Twilio describes it, since this was asked before. */
  public List<String> violations() {
    return front.violations();
  }

  private Future<Answer> answer(Asked request) {
    Answer elsewhere = files.elsewhere(request);
    if (elsewhere != null) {
      return Future.succeededFuture(elsewhere);
    }
    if (request.path().equals(SUB_API + "/Messages.json")
        && login(SUBACCOUNT).equals(request.authorization())) {
      return messages(request, true);
    }
    if (!login().equals(request.authorization()) || !request.path().startsWith(API + "/")) {
      return Future.succeededFuture(Answer.error(401, 20003));
    }
    String path = request.path().substring(API.length());
    if (path.equals("/Messages.json")) {
      return messages(request, false);
    }
    if (path.equals("/Calls.json") && request.method().equals("POST")) {
      return Future.succeededFuture(place(request, path));
    }
    return Future.succeededFuture(
        Stream.of(
                files.answer(request, path),
                numbers.answer(request, path),
                calls.answer(request, path),
                messages.answer(request, path))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> Answer.error(404, 20404)));
  }

  private Future<Answer> messages(Asked request, boolean sub) {
    if (!request.method().equals("POST")) {
      return Future.succeededFuture(lookUp(request));
    }
    boolean theirs = List.of(THEIRS).equals(request.form().get("From"));
    return theirs == sub ? post(request) : Future.succeededFuture(Answer.error(400, 21660));
  }

  /** What is in the header Authorization. */
  static String login() {
    return login(ACCOUNT);
  }

  private static String login(String account) {
    String login = account + ":" + TOKEN;
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private Answer place(Asked request, String path) {
    Failure failure;
    synchronized (failures) {
      failure = failedCalls.poll();
    }
    if (failure != null && !failure.taken()) {
      return answer(Answer.error(Math.max(failure.status(), 500), failure.code()), failure);
    }
    Answer taken = calls.answer(request, path);
    return failure == null ? taken : answer(taken, failure);
  }

  private Answer lookUp(Asked request) {
    Integer refused;
    synchronized (failures) {
      refused = refusedLookUps.poll();
    }
    lookUps.incrementAndGet();
    return refused == null ? messages.list(request) : Answer.error(refused, 20500);
  }

  private Future<Answer> post(Asked request) {
    Optional<Answer> wrong = approved.wrong(request.form());
    if (wrong.isPresent()) {
      return Future.succeededFuture(wrong.get());
    }
    Failure failure;
    synchronized (failures) {
      failure = failures.poll();
    }
    Sent message = Sent.of(sid(sent.size() + 1), NOW, approved.filled(request.form()));
    if (failure == null || failure.taken()) {
      sent.add(message);
    }
    asked.add(message.to());
    Promise<Void> done = Promise.promise();
    vertx
        .<Void>executeBlocking(
            () -> {
              meanwhile.accept(message);
              return null;
            })
        .onComplete(done);
    return done.future().map(now -> answer(message, failure));
  }

  private Answer answer(Sent message, Failure failure) {
    Answer taken = Answer.json(201, messages.json(message));
    return failure == null ? taken : answer(taken, failure);
  }

  private static Answer answer(Answer taken, Failure failure) {
    if (failure.status() <= 0) {
      return taken.but(failure.status() == SILENCE ? Answer.Then.STAYS_SILENT : Answer.Then.CLOSES);
    }
    Answer refused = Answer.error(failure.status(), failure.code());
    return failure.retryAfter() == null
        ? refused
        : refused.with("Retry-After", failure.retryAfter());
  }

  /** Calls a message's status webhook, signed. Gives the hub's status code. */
  public int status(Sent message, String status, String errorCode) {
    messages.became(message.sid(), status, errorCode);
    Map<String, String> form = new TreeMap<>();
    form.put("AccountSid", ACCOUNT);
    form.put("MessageSid", message.sid());
    form.put("MessageStatus", status);
    if (errorCode != null) {
      form.put("ErrorCode", errorCode);
    }
    return post(message.callback(), form).statusCode();
  }

  /** Posts a signed form to a webhook. */
  public HttpResponse<String> post(String url, Map<String, String> form) {
    return caller.post(url, url, form);
  }

  /** Posts a form that was signed for another URL. */
  public HttpResponse<String> call(String url, String signedFor, Map<String, String> form) {
    return caller.post(url, signedFor, form);
  }

  /** Fails when something was not as Twilio describes it and no test asked for that. */
  @Override
  public void close() {
    front.close();
    List<String> violations = front.violations();
    if (!violations.isEmpty()) {
      throw new AssertionError("not as Twilio describes it: " + violations);
    }
  }
}
