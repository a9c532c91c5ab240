package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import nl.aanspreekpunt.phone.CallerNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Twilio asks what becomes of a call that is put to the desk
 * (https://www.twilio.com/docs/voice/twiml/dial, .../number#attributes-url). What cannot be kept is
 * answered as if there was no desk. Signatures were checked.
 */
public final class DeskWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(DeskWebhooks.class);

  /** Twilio waits for 15 s, in which the hub may have to answer without a desk besides. */
  private static final long LONGEST_MS = 5_000;

  private static final String CALLS = "/webhooks/twilio/voice";

  private final PhoneDesk desk;
  private final DeskTwiml twiml;
  private final Predicate<String> general;

  /**
   * @param general whether a number of ours is one that rings the desk
   */
  public DeskWebhooks(PhoneDesk desk, DeskTwiml twiml, Predicate<String> general) {
    this.desk = desk;
    this.twiml = twiml;
    this.general = general;
  }

  /** After what checks signatures, and before what answers calls. */
  public void mount(Router router) {
    router.post(CALLS).handler(this::comesIn);
    router.post(CALLS + "/ended").handler(this::ended);
    String path = DeskTwiml.PATH;
    router
        .post(path + "whisper")
        .handler(c -> say(c, desk.whisper(id(c), official(c)), DeskTwiml.hangUp()));
    router
        .post(path + "taken")
        .handler(c -> say(c, desk.taken(id(c), official(c), digits(c)), DeskTwiml.connect()));
    router.post(path + "after").handler(c -> say(c, desk.after(id(c), bridged(c)), twiml.goOn()));
    router.post(path + "onward").handler(this::onward);
    router
        .post(path + "offered")
        .handler(c -> say(c, desk.transfers().offered(id(c), official(c)), DeskTwiml.hangUp()));
    router
        .post(path + "accepted")
        .handler(
            c ->
                say(
                    c,
                    desk.transfers().accepted(id(c), official(c), digits(c)),
                    DeskTwiml.connect()));
  }

  private void comesIn(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    String sid = form.get("CallSid");
    String to = form.get("To");
    boolean not = "nee".equals(request.request().getParam("desk"));
    if (not || sid == null || !sid.matches("[A-Za-z0-9]{2,64}") || !general.test(to)) {
      request.next();
      return;
    }
    String caller = CallerNumber.of(form.get("From")).orElse(null);
    desk.comesIn(sid, caller, to)
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS)
        .onSuccess(
            rings -> rings.ifPresentOrElse(answer -> xml(request, answer), () -> request.next()))
        .onFailure(
            e -> {
              LOG.warn("a call is not put to the desk: {}", e.toString());
              request.next();
            });
  }

  /** Whoever else keeps calls hears of it too. */
  private void ended(RoutingContext request) {
    String sid = request.request().getFormAttribute("CallSid");
    String lasted = request.request().formAttributes().get("CallDuration");
    int seconds = lasted != null && lasted.matches("\\d{1,6}") ? Integer.parseInt(lasted) : 0;
    (sid == null ? Future.<Void>succeededFuture() : desk.ended(sid, seconds))
        .onFailure(e -> LOG.warn("the end of a call is not kept: {}", e.toString()))
        .onComplete(done -> request.next());
  }

  private void onward(RoutingContext request) {
    String nth = request.request().getParam("n", "");
    if (!nth.matches("\\d{1,2}")) {
      request.response().setStatusCode(400).end();
      return;
    }
    say(
        request,
        desk.transfers().onward(id(request), Integer.parseInt(nth), bridged(request)),
        twiml.goOn());
  }

  private static String id(RoutingContext request) {
    return request.request().getParam("call", "");
  }

  private static String official(RoutingContext request) {
    return request.request().getParam("official", "");
  }

  private static String digits(RoutingContext request) {
    return request.request().getFormAttribute("Digits");
  }

  private static boolean bridged(RoutingContext request) {
    return "true".equals(request.request().getFormAttribute("DialBridged"));
  }

  /**
   * @param otherwise what is heard when it cannot be kept
   */
  private static void say(RoutingContext request, Future<String> answer, String otherwise) {
    answer
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS)
        .onSuccess(heard -> xml(request, heard))
        .onFailure(
            e -> {
              LOG.warn("a call at the desk is not kept: {}", e.toString());
              xml(request, otherwise);
            });
  }

  private static void xml(RoutingContext request, String answer) {
    request.response().putHeader("Content-Type", "text/xml; charset=utf-8").end(answer);
  }
}
