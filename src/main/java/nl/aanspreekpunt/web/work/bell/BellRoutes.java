package nl.aanspreekpunt.web.work.bell;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.phone.Call;
import nl.aanspreekpunt.phone.Calls;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.OwnCase;

/** What happened for an official since they looked: how many beside the menu, and which. */
public final class BellRoutes implements Routes {
  private static final String PATH = BellPage.PATH;
  private static final int MOST = 100;

  /** Who never looked is told of this long. */
  private static final Duration AT_FIRST = Duration.ofDays(2);

  /** A call that is due soon is seen this late, as nothing changes for it. */
  private static final Duration AGAIN = Duration.ofMinutes(2);

  /**
   * How many there were.
   *
   * @param beat the official's pulse then
   */
  private record Counted(long beat, Instant at, int many) {}

  private final Map<String, Counted> counted = new ConcurrentHashMap<>();
  private final Gate gate;
  private final Cases cases;
  private final Calls calls;
  private final Looked looked;
  private final Pulses pulses;
  private final Directories directories;
  private final Pages pages;

  public BellRoutes(
      Gate gate,
      Cases cases,
      Calls calls,
      Looked looked,
      Pulses pulses,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.calls = calls;
    this.looked = looked;
    this.pulses = pulses;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router.get(PATH).handler(gate::admit).handler(c -> show(c, false));
    router.get(PATH + "/aantal").handler(gate::admit).handler(c -> show(c, true));
    router.post(PATH).handler(body).handler(gate::admit).handler(this::seen);
  }

  private void show(RoutingContext context, boolean bare) {
    Visit visit = Visit.of(context);
    String me = OwnCase.me(context);
    Moment moment = new Moment(visit.now(), directories.current());
    Frame frame = pages.frame(visit, "bell.title").at(PATH);
    boolean quiet = !moment.directory().hours(me).openAt(visit.now());
    if (bare && quiet) {
      pages.show(context, new BellPage(frame, List.of(), 0, true, true));
      return;
    }
    Future<BellPage> page =
        bare
            ? counted(frame, moment).map(many -> new BellPage(frame, List.of(), many, true, quiet))
            : rows(frame, moment).map(rows -> new BellPage(frame, rows, rows.size(), false, quiet));
    page.map(Show.by(shown -> pages.show(context, shown))).onFailure(context::fail);
  }

  /** Each open page asks: as long as nothing changed for them it is the number from before. */
  private Future<Integer> counted(Frame frame, Moment moment) {
    String me = frame.viewer().official().id();
    return pulses
        .of(List.of(me))
        .compose(
            beats -> {
              long beat = beats.getOrDefault(me, 0L);
              Counted before = counted.get(me);
              boolean same =
                  before != null
                      && before.beat() == beat
                      && moment.now().isBefore(before.at().plus(AGAIN));
              return same
                  ? Future.succeededFuture(before.many())
                  : rows(frame, moment)
                      .map(
                          rows -> {
                            counted.put(me, new Counted(beat, moment.now(), rows.size()));
                            return rows.size();
                          });
            });
  }

  private Future<List<BellPage.Row>> rows(Frame frame, Moment moment) {
    String me = frame.viewer().official().id();
    Future<Instant> since = looked.at(me);
    Future<List<Case>> promised = cases.promised(me, MOST);
    Future<List<Case>> idle = cases.idle(me, MOST);
    Future<List<Case>> offered = cases.offeredTo(me, MOST);
    Future<List<Case>> asked = cases.asked(me, MOST);
    Future<List<Case>> named = cases.mentioning(me, MOST);
    Future<List<Case>> rung = rung(me, moment.now().minus(AT_FIRST));
    return Future.all(List.of(since, promised, idle, offered, asked, named, rung))
        .map(
            read -> {
              List<Case> all =
                  List.of(promised, idle, offered, asked, named, rung).stream()
                      .flatMap(one -> one.result().stream())
                      .toList();
              Instant least = moment.now().minus(AT_FIRST);
              Instant from = since.result().equals(Instant.EPOCH) ? least : since.result();
              return new Bell(frame, moment).since(from, all);
            });
  }

  /** Of calls that they were rung for, also in place of somebody else. */
  private Future<List<Case>> rung(String me, Instant since) {
    return calls
        .lately(me, since, MOST)
        .map(all -> all.stream().map(Call::caseNumber).filter(Objects::nonNull).distinct().toList())
        .compose(cases::findAll);
  }

  private void seen(RoutingContext context) {
    counted.remove(OwnCase.me(context));
    looked
        .now(OwnCase.me(context), Visit.of(context).now())
        .map(Show.by(done -> OwnCase.done(context, PATH, "gezien")))
        .onFailure(context::fail);
  }
}
