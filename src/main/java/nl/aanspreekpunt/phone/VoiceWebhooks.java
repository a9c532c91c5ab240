package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.aanspreekpunt.twilio.Ours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Twilio asks what is to be said (https://www.twilio.com/docs/voice/twiml#twilios-request-to-
 * your-application), and tells how a call went. It waits 15 seconds for an answer; when the store
 * is away the caller hears that, and is put through when there is a number for it. Signatures were
 * checked.
 */
public final class VoiceWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceWebhooks.class);
  private static final long LONGEST_MS = 8_000;
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{2,64}");
  private static final String PATH = "/webhooks/twilio/voice";
  private final Telephone telephone;
  private final VoiceMail mail;
  private final Ours ours;
  private final Runnable refused;

  /**
   * @param refused told of each call to a number that is not ours
   */
  public VoiceWebhooks(Telephone telephone, VoiceMail mail, Ours ours, Runnable refused) {
    this.telephone = telephone;
    this.mail = mail;
    this.ours = ours;
    this.refused = refused;
  }

  /** After the reader of bodies and the check of signatures. */
  public void mount(Router router) {
    router.post(PATH).handler(this::comesIn);
    router.post(PATH + "/next").handler(this::next);
    router.post(PATH + "/whisper").handler(this::whisper);
    router.post(PATH + "/taken").handler(this::taken);
    router.post(PATH + "/ended").handler(this::ended);
    router.post(PATH + "/recording").handler(this::recording);
    router.post(PATH + "/fallback").handler(this::fallback);
  }

  private void comesIn(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    String to = form.get("To");
    if (!ours.take(to, null)) {
      refused.run();
      request.response().setStatusCode(403).end();
      return;
    }
    sid(request, "CallSid")
        .ifPresent(
            sid ->
                say(
                    request,
                    telephone.comesIn(sid, CallerNumber.of(form.get("From")).orElse(null), to)));
  }

  private void next(RoutingContext request) {
    Optional<String> sid = sid(request, "CallSid");
    String turn = request.request().getParam("turn", "");
    if (sid.isPresent() && !turn.matches("\\d{1,3}")) {
      request.response().setStatusCode(400).end();
    } else {
      sid.ifPresent(
          one ->
              say(
                  request,
                  spoken(request, one)
                      .compose(
                          kept -> telephone.turn(one, Integer.parseInt(turn), heard(request)))));
    }
  }

  /** That it is stored is said only of what is: Twilio does not repeat what it tells beside. */
  private Future<Void> spoken(RoutingContext request, String call) {
    MultiMap form = request.request().formAttributes();
    String recording = form.get("RecordingSid");
    return recording == null || !SID.matcher(recording).matches()
        ? Future.succeededFuture()
        : mail.recorded(
            form.get("AccountSid"), call, recording, seconds(form.get("RecordingDuration")));
  }

  private static Heard heard(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    String digits = form.contains("Digits") ? form.get("Digits") : "";
    return new Heard(
        digits.substring(0, Math.min(digits.length(), 30)),
        form.get("DialCallStatus"),
        "true".equals(form.get("DialBridged")),
        seconds(form.get("DialCallDuration")),
        form.get("RecordingSid"));
  }

  private static int seconds(String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private void whisper(RoutingContext request) {
    say(
        request,
        telephone.picking().whisper(request.request().getParam("call", ""), official(request)));
  }

  private static String official(RoutingContext request) {
    return request.request().getParam("official", "");
  }

  /** They are connected also when that cannot be kept: nobody waits for the store. */
  private void taken(RoutingContext request) {
    String digits = heard(request).digits();
    Future<String> connects =
        telephone
            .picking()
            .taken(request.request().getParam("call", ""), official(request), digits)
            .timeout(LONGEST_MS, TimeUnit.MILLISECONDS)
            .recover(
                e -> {
                  LOG.warn("a call that was taken is not kept yet: {}", e.toString());
                  return Future.succeededFuture(Twiml.EMPTY);
                });
    say(request, connects);
  }

  private void ended(RoutingContext request) {
    int seconds = seconds(request.request().formAttributes().get("CallDuration"));
    sid(request, "CallSid")
        .ifPresent(sid -> told(request, telephone.settling().ended(sid, seconds)));
  }

  private void recording(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    String call = request.request().getParam("call", "");
    sid(request, "RecordingSid")
        .ifPresent(
            sid ->
                told(
                    request,
                    mail.recorded(
                        form.get("AccountSid"),
                        call,
                        sid,
                        seconds(form.get("RecordingDuration")))));
  }

  private void fallback(RoutingContext request) {
    xml(request, telephone.fallback());
  }

  /** Empty when it is none: that was answered. */
  private static Optional<String> sid(RoutingContext request, String field) {
    String sid = request.request().formAttributes().get(field);
    if (sid == null || !SID.matcher(sid).matches()) {
      request.response().setStatusCode(400).end();
      return Optional.empty();
    }
    return Optional.of(sid);
  }

  private void say(RoutingContext request, Future<String> answer) {
    answer
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS)
        .onSuccess(twiml -> xml(request, twiml))
        .onFailure(
            e -> {
              LOG.warn("a call is not taken: {}", e.toString());
              xml(request, telephone.fallback());
            });
  }

  private static void xml(RoutingContext request, String twiml) {
    request.response().putHeader("Content-Type", "text/xml; charset=utf-8").end(twiml);
  }

  /** 204 once it is safe, also of a call that nothing was kept of; 503: to be told again. */
  private static void told(RoutingContext request, Future<Void> kept) {
    kept.recover(
            e ->
                e instanceof Changing.NoSuchCall
                    ? Future.succeededFuture()
                    : Future.failedFuture(e))
        .onSuccess(done -> request.response().setStatusCode(204).end())
        .onFailure(
            e -> {
              LOG.warn("what became of a call is not taken in: {}", e.toString());
              request.response().setStatusCode(503).end();
            });
  }
}
