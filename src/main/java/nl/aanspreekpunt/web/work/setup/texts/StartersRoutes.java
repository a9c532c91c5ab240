package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.casework.standard.Starters;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.OwnCase;

/** Standard texts to begin with: seen first, and taken over by who asks for it. */
public record StartersRoutes(Gate gate, StandardTexts texts, Pages pages) implements Routes {
  private static final int LARGEST = 4 * 1024;

  @Override
  public void mount(Router router) {
    router
        .get(StartersPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(context -> show(context, 200, null).onFailure(context::fail));
    router
        .post(StartersPage.PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(context -> take(context).onFailure(context::fail));
  }

  private static List<StandardText> all(RoutingContext context) {
    return Starters.all(Visit.of(context).now(), OwnCase.me(context));
  }

  private Future<Void> show(RoutingContext context, int status, String problem) {
    Frame frame = pages.frame(Visit.of(context), "starters.title").at(StartersPage.PATH);
    List<StandardText> all = all(context);
    List<Future<Optional<StandardText>>> there =
        all.stream().map(text -> texts.find(text.id())).toList();
    return Future.all(there)
        .map(
            Show.by(
                read ->
                    pages.show(
                        context,
                        status,
                        new StartersPage(
                            frame,
                            all.stream()
                                .map(
                                    text ->
                                        new StartersPage.Row(
                                            text.now().title(),
                                            text.now().dutch(),
                                            text.now().english(),
                                            there.get(all.indexOf(text)).result().isPresent()))
                                .toList(),
                            problem == null ? null : frame.say(problem)))));
  }

  /** One that was taken over before stays as it is, also when it was deleted since. */
  private Future<Void> take(RoutingContext context) {
    List<StandardText> all = all(context);
    return texts
        .of(List.of(Keeper.EVERYBODY))
        .compose(
            there ->
                there.size() + all.size() > StandardText.MOST
                    ? show(context, 422, "starters.full")
                    : Future.all(all.stream().map(texts::add).toList())
                        .map(added -> OwnCase.done(context, StartersPage.PATH, "starters")));
  }
}
