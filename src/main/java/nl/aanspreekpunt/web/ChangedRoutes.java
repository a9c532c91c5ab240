package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.Frictions;

/**
 * What changed because of practice: in the plain words that its owner wrote for everybody, without
 * names. The latest, read from the database at most once a minute, however many look.
 */
public final class ChangedRoutes implements Routes {
  private static final int LATEST = 100;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Kept(Instant at, Future<List<ChangedPage.Changed>> all) {}

  private final Frictions frictions;
  private final Pages pages;
  private final AtomicReference<Kept> kept = new AtomicReference<>();

  public ChangedRoutes(Frictions frictions, Pages pages) {
    this.frictions = frictions;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(ChangedPage.PATH).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    changed(visit.now())
        .map(
            Show.by(
                all ->
                    pages.show(context, new ChangedPage(pages.frame(visit, "changed.title"), all))))
        .onFailure(context::fail);
  }

  private Future<List<ChangedPage.Changed>> changed(Instant now) {
    Kept last = kept.get();
    boolean fresh = last != null && last.at().plus(FRESH).isAfter(now) && !last.all().failed();
    if (fresh) {
      return last.all();
    }
    Future<List<ChangedPage.Changed>> read =
        frictions.list(Step.State.CHANGED, null, LATEST).map(ChangedRoutes::plain);
    kept.set(new Kept(now, read));
    return read;
  }

  private static List<ChangedPage.Changed> plain(List<Friction> found) {
    return found.stream()
        .filter(one -> one.plain() != null && !one.plain().isBlank())
        .map(one -> new ChangedPage.Changed(one.plain(), one.at()))
        .toList();
  }
}
