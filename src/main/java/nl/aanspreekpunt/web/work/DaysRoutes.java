package nl.aanspreekpunt.web.work;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Officials, and who leads them, say which days and hours they work. */
public final class DaysRoutes implements Routes {
  private static final String PATH = "/werk/werkdagen/";
  private static final List<String> WEEKS = List.of("odd", "even");
  private final Gate gate;
  private final Absences absences;
  private final Directories directories;
  private final Pages pages;

  public DaysRoutes(Gate gate, Absences absences, Directories directories, Pages pages) {
    this.gate = gate;
    this.absences = absences;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router.get(PATH + ":official").handler(gate::admit).handler(this::show);
    router.post(PATH + ":official").handler(body).handler(gate::admit).handler(this::state);
  }

  private void show(RoutingContext context) {
    whose(context).ifPresent(one -> show(context, 200, one, written(one), List.of()));
  }

  /** Of oneself, or of whom one leads; for anybody else there is no such page. */
  private Optional<Official> whose(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    Directory directory = directories.current();
    Optional<Official> found =
        directory
            .official(context.pathParam("official"))
            .filter(one -> directory.employed(one.id(), Visit.of(context).now()))
            .filter(
                one ->
                    one.id().equals(viewer.official().id())
                        || directory.ledBy(viewer.official().id()).stream()
                            .anyMatch(team -> team.id().equals(one.team())));
    if (found.isEmpty()) {
      context.fail(404);
    }
    return found;
  }

  /** What stands in the form: their own hours, else their team's are theirs and nothing does. */
  private static BiFunction<String, DayOfWeek, String> written(Official one) {
    OpeningHours hours = one.hours();
    if (hours == null) {
      return (week, day) -> "";
    }
    Map<String, String> written = hours.written();
    return (week, day) -> {
      String key = key(day);
      String text = written.getOrDefault(key, written.getOrDefault(week + " " + key, ""));
      return text.equals("closed") ? "" : text;
    };
  }

  private static String key(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  private void show(
      RoutingContext context,
      int status,
      Official one,
      BiFunction<String, DayOfWeek, String> typed,
      List<FieldError> errors) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "days.title").at(PATH + one.id());
    List<DaysPage.Day> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.add(
          new DaysPage.Day(
              key(day),
              day.getDisplayName(TextStyle.FULL, frame.words().locale()),
              typed.apply("odd", day),
              typed.apply("even", day)));
    }
    String now = new DayWords(frame).of(one, directories.current(), visit.now());
    String whose = now == null ? frame.say("days.team") : now;
    String said =
        one.id().equals(visit.viewer().official().id()) ? whose : one.name() + ": " + whose;
    pages.show(context, status, new DaysPage(frame, PATH + one.id(), said, days, errors));
  }

  private void state(RoutingContext context) {
    whose(context).ifPresent(one -> state(context, one));
  }

  private void state(RoutingContext context, Official one) {
    Form form = Form.of(context.request().formAttributes());
    Visit visit = Visit.of(context);
    Map<String, String> hours = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String week : WEEKS) {
        String text = form.get(week + "-" + key(day)).strip();
        if (!text.isEmpty()) {
          hours.put(week + " " + key(day), text);
          if (!readable(text)) {
            errors.add(
                new FieldError(week + "-" + key(day), visit.words().say("days.error.hours")));
          }
        }
      }
    }
    if (hours.isEmpty()) {
      errors.add(new FieldError("odd-mon", visit.words().say("days.error.none")));
    }
    if (!errors.isEmpty()) {
      show(context, 422, one, (week, day) -> form.get(week + "-" + key(day)), errors);
      return;
    }
    String me = visit.viewer().official().id();
    absences
        .works(new WorkDays(one.id(), hours, me, visit.now()), null)
        .onFailure(e -> context.fail(e instanceof DirectoryRefused ? 409 : 500, e))
        .onSuccess(known -> OwnCase.done(context, PATH + one.id(), "werkdagen"));
  }

  private static boolean readable(String text) {
    try {
      OpeningHours.parse(Map.of("mon", text));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
