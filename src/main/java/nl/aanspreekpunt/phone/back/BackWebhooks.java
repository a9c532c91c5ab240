package nl.aanspreekpunt.phone.back;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a call is, as Twilio says it: in any order, and more than once
 * (https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback,
 * https://www.twilio.com/docs/voice/answering-machine-detection). What is asked of a call that is
 * not there ends it; what is said of it is taken. When the store is away who calls hears that, and
 * what is said of it is answered 503. Signatures were checked.
 */
public final class BackWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(BackWebhooks.class);
  private static final String KEY = "1";

  /** Twilio waits for 15 s, and then says in English that an application failed. */
  private static final long LONGEST_MS = 8_000;

  private final CallingBack calling;
  private final BackTwiml twiml;
  private final Clock clock;

  public BackWebhooks(CallingBack calling, BackTwiml twiml, Clock clock) {
    this.calling = calling;
    this.twiml = twiml;
    this.clock = clock;
  }

  /** After what reads bodies and checks signatures. */
  public void mount(Router router) {
    String path = BackAddresses.PATH;
    router.post(path + "answered").handler(this::answered);
    router.post(path + "pressed").handler(this::pressed);
    router.post(path + "done").handler(this::done);
    router.post(path + "own").handler(c -> heard(c, this::own));
    router.post(path + "theirs").handler(c -> heard(c, this::theirs));
    router.post(path + "machine").handler(c -> heard(c, this::machine));
  }

  private interface Saying {
    Optional<UnaryOperator<MadeCall>> of(MultiMap form, Instant now);
  }

  private void answered(RoutingContext request) {
    Instant now = clock.instant();
    String sid = request.request().getFormAttribute("CallSid");
    spoken(
        request,
        call -> call.own(call.own().heard(sid, Line.Status.IN_PROGRESS, now, 0), now),
        call -> call.stopped() == null ? twiml.whisper(call) : BackTwiml.hangUp());
  }

  private void pressed(RoutingContext request) {
    Instant now = clock.instant();
    boolean yes = KEY.equals(request.request().getFormAttribute("Digits"));
    spoken(
        request,
        call -> yes && call.stopped() == null ? call.pressed(now) : call,
        call -> {
          if (call.stopped() != null) {
            return BackTwiml.hangUp();
          }
          return yes ? twiml.dial(call) : twiml.whisper(call);
        });
  }

  private void done(RoutingContext request) {
    Instant now = clock.instant();
    MultiMap form = request.request().formAttributes();
    Optional<Line.Status> status = Line.Status.of(form.get("DialCallStatus"));
    spoken(
        request,
        call ->
            status
                .map(
                    it ->
                        call.theirs(
                            call.theirs()
                                .heard(
                                    form.get("DialCallSid"),
                                    it,
                                    now,
                                    seconds(form, "DialCallDuration")),
                            now))
                .orElse(call),
        twiml::after);
  }

  private interface Answer {
    String to(MadeCall call);
  }

  private void spoken(RoutingContext request, UnaryOperator<MadeCall> fact, Answer answer) {
    String id = request.request().getParam("call");
    (id == null ? Future.succeededFuture(Optional.<MadeCall>empty()) : calling.change(id, fact))
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS)
        .onSuccess(found -> xml(request, found.map(answer::to).orElseGet(BackTwiml::hangUp)))
        .onFailure(
            e -> {
              LOG.warn("who calls back hears that there is a fault: {}", e.toString());
              xml(request, twiml.fault());
            });
  }

  private static void xml(RoutingContext request, String answer) {
    request.response().putHeader("Content-Type", "text/xml; charset=utf-8").end(answer);
  }

  private Optional<UnaryOperator<MadeCall>> own(MultiMap form, Instant now) {
    return line(form, now)
        .map(
            said ->
                call ->
                    call.own(call.own().heard(said.sid, said.status, said.at, said.lasted), now));
  }

  private Optional<UnaryOperator<MadeCall>> theirs(MultiMap form, Instant now) {
    return line(form, now)
        .map(
            said ->
                call ->
                    call.theirs(
                        call.theirs().heard(said.sid, said.status, said.at, said.lasted), now));
  }

  private Optional<UnaryOperator<MadeCall>> machine(MultiMap form, Instant now) {
    String who = form.get("AnsweredBy");
    return who == null || who.length() > 40
        ? Optional.empty()
        : Optional.of(call -> call.answeredBy(who, now));
  }

  private record Said(String sid, Line.Status status, Instant at, int lasted) {}

  private static Optional<Said> line(MultiMap form, Instant now) {
    String sid = form.get("CallSid");
    return Line.Status.of(form.get("CallStatus"))
        .filter(status -> sid != null)
        .map(status -> new Said(sid, status, at(form, now), seconds(form, "CallDuration")));
  }

  private void heard(RoutingContext request, Saying saying) {
    String id = request.request().getParam("call");
    Optional<UnaryOperator<MadeCall>> fact =
        saying.of(request.request().formAttributes(), clock.instant());
    if (id == null || fact.isEmpty()) {
      request.response().setStatusCode(400).end();
      return;
    }
    calling
        .change(id, fact.get())
        .onSuccess(done -> request.response().setStatusCode(204).end())
        .onFailure(e -> away(request, e));
  }

  private static void away(RoutingContext request, Throwable why) {
    LOG.warn("what is said of a call is not taken in: {}", why.toString());
    request.response().setStatusCode(503).end();
  }

  /** RFC 2822; what cannot be read happened now. */
  private static Instant at(MultiMap form, Instant now) {
    String said = form.get("Timestamp");
    try {
      return said == null
          ? now
          : ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return now;
    }
  }

  private static int seconds(MultiMap form, String name) {
    String said = form.get(name);
    return said != null && said.matches("\\d{1,6}") ? Integer.parseInt(said) : 0;
  }
}
