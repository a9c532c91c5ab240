package nl.aanspreekpunt.web.work.setup.channels;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.setup.channels.ChannelTest;
import nl.aanspreekpunt.setup.channels.Standing;
import nl.aanspreekpunt.setup.channels.Testing;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;

/** How each channel does, and tests of them, for administrators. */
public record ChannelsRoutes(Gate gate, Supplier<Standing> standing, Testing testing, Pages pages)
    implements Routes {
  private static final int EARLIER = 10;
  private static final String TESTS = ChannelsPage.PATH + "/proef";

  @Override
  public void mount(Router router) {
    router
        .get(ChannelsPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(context -> show(context, 200, Form.EMPTY, List.of()));
    router
        .post(TESTS)
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::test);
    router
        .get(TESTS + "/:test")
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::follow);
  }

  private void show(RoutingContext context, int status, Form typed, List<FieldError> errors) {
    testing
        .latest(EARLIER)
        .map(Show.by(earlier -> show(context, status, typed, errors, earlier)))
        .onFailure(context::fail);
  }

  private void show(
      RoutingContext context,
      int status,
      Form typed,
      List<FieldError> errors,
      List<ChannelTest> earlier) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "channels.title").at(ChannelsPage.PATH);
    Standing now = standing.get();
    pages.show(
        context,
        status,
        new ChannelsPage(
            frame,
            now.shared(),
            new ChannelWords(frame, now).ways(),
            visit.viewer().official().email(),
            now.addresses(),
            earlier.stream().map(one -> earlier(one, frame)).toList(),
            typed,
            errors));
  }

  private static ChannelsPage.Earlier earlier(ChannelTest one, Frame frame) {
    String what = frame.say("test.of." + one.kind(), one.to());
    return new ChannelsPage.Earlier(
        TESTS + "/" + one.id(), what, frame.moments().say(one.askedAt()));
  }

  private void test(RoutingContext context) {
    Visit visit = Visit.of(context);
    Form form = Form.of(context.request().formAttributes());
    ChannelTest.Kind kind =
        form.with("what", form.get("what").toUpperCase(Locale.ROOT))
            .one("what", ChannelTest.Kind.values());
    if (kind == null) {
      context.fail(400);
      return;
    }
    Official me = visit.viewer().official();
    String to = kind == ChannelTest.Kind.RELAY ? me.email() : form.get("to");
    testing
        .ask(kind, to, me.id(), visit.words().language())
        .map(Show.by(asked -> answer(context, form, kind, asked)))
        .onFailure(context::fail);
  }

  private void answer(
      RoutingContext context, Form form, ChannelTest.Kind kind, Testing.Asked asked) {
    if (asked instanceof Testing.Asked.UnderWay underWay) {
      context
          .response()
          .setStatusCode(303)
          .putHeader("Location", TESTS + "/" + underWay.test().id())
          .end();
    } else if (asked instanceof Testing.Asked.Refused refused) {
      String field = "to-" + kind.name().toLowerCase(Locale.ROOT);
      String why = Visit.of(context).words().say("test.refused." + refused.why(), kind.anHour());
      show(context, 422, form, List.of(new FieldError(field, why)));
    }
  }

  private void follow(RoutingContext context) {
    Visit visit = Visit.of(context);
    String id = context.pathParam("test");
    testing
        .find(id)
        .map(
            Show.by(
                found -> {
                  if (found.isEmpty()) {
                    context.fail(404);
                    return;
                  }
                  Frame frame = pages.frame(visit, "test.title");
                  pages.show(context, TestPage.of(frame, TESTS + "/" + id, found.get()));
                }))
        .onFailure(context::fail);
  }
}
