package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.phone.desk.DeskCalls;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Names;

/**
 * Who calls or comes, while a clerk types it: known citizens and what runs of theirs, with whom it
 * is and whether those are there. Of a question no more than every official may know.
 */
public final class KnownRoutes implements Routes {
  private static final int LONGEST = 254;
  private static final int SHORTEST = 4;
  private final Gate gate;
  private final Recognising recognising;
  private final DeskCalls calls;
  private final Directories directories;
  private final Pages pages;

  public KnownRoutes(
      Gate gate, Recognising recognising, DeskCalls calls, Directories directories, Pages pages) {
    this.gate = gate;
    this.recognising = recognising;
    this.calls = calls;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/nieuw/bekend").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    String said = context.request().getParam("who");
    String typed = said == null || said.length() > LONGEST ? "" : said.strip();
    Moment moment = new Moment(visit.now(), directories.current());
    Frame frame = pages.frame(visit, "desk.title").at("/werk/nieuw");
    Reader reader = new Reader(visit.viewer().official(), visit.viewer().roles(), moment);
    calling(context, typed, reader)
        .compose(
            calls ->
                calls
                    ? recognising
                        .calling(typed, reader)
                        .map(all -> new Recognising.Found(all, null))
                    : recognising.typed(typed, reader))
        .map(
            found ->
                new KnownPage(
                    frame,
                    typed.length() >= SHORTEST,
                    nobody(found, frame, KnownCitizens.clerk(reader)),
                    found.citizens().stream().map(one -> row(one, visit, frame, moment)).toList()))
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  /** It is the number of who is on this clerk's line now. */
  private Future<Boolean> calling(RoutingContext context, String typed, Reader reader) {
    String call = context.request().getParam("phoned");
    Optional<String> number = Addresses.phone(typed).map(Address::value);
    if (call == null || number.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return calls
        .find(call)
        .map(
            found ->
                found
                    .filter(it -> it.watchers().contains(reader.official().id()))
                    .filter(it -> number.get().equals(it.caller()))
                    .isPresent());
  }

  private static String nobody(Recognising.Found found, Frame frame, boolean clerk) {
    if (found.again() != null) {
      return frame.say("desk.known.many", Lookups.MOST, frame.moments().time(found.again()));
    }
    return frame.say(clerk ? "desk.known.none" : "desk.known.none.own");
  }

  private static Access access(Case one, Visit visit, Moment moment) {
    return Access.of(one, visit.viewer().official(), visit.viewer().roles(), moment);
  }

  private static KnownPage.Row row(
      KnownCitizens.Known one, Visit visit, Frame frame, Moment moment) {
    return new KnownPage.Row(
        one.ref(),
        one.name() == null ? frame.say("desk.nameless") : one.name(),
        one.addresses().stream().map(Address::masked).collect(Collectors.joining(", ")),
        running(one.cases(), visit, frame, moment));
  }

  private static List<KnownPage.Running> running(
      List<Case> cases, Visit visit, Frame frame, Moment moment) {
    Names names = new Names(moment.directory(), frame.words());
    return cases.stream()
        .filter(one -> !one.joined() && moment.directory().official(one.official()).isPresent())
        .map(
            one -> {
              Here here =
                  Here.of(moment.directory().official(one.official()).orElseThrow(), frame, moment);
              return new KnownPage.Running(
                  one.id(),
                  access(one, visit, moment).showsSubject(one)
                      ? names.subject(one)
                      : frame.say("case.title", one.id()),
                  frame.say(
                          here.here() ? "desk.known.here" : "desk.known.away", here.person().name())
                      + (here.words().isEmpty() ? "" : " " + here.words()),
                  here.person().phone(),
                  here.person().dial(),
                  one.open());
            })
        .toList();
  }
}
