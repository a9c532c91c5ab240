package nl.aanspreekpunt.web.work.search;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.search.Searching;
import nl.aanspreekpunt.search.View;
import nl.aanspreekpunt.search.Views;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;

/** Finding citizens, cases and messages again, and views of that under a name. */
public final class SearchRoutes implements Routes {
  static final String VIEWS = SearchAddress.PATH + "/beelden";
  private static final int ON_A_PAGE = 20;
  private static final int LARGEST = 8 * 1024;

  private final Gate gate;
  private final Searching searching;
  private final Views views;
  private final Directories directories;
  private final Pages pages;

  public SearchRoutes(Gate gate, Search search, Directories directories, Pages pages) {
    this.gate = gate;
    this.searching = search.searching();
    this.views = search.views();
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(SearchAddress.PATH).handler(gate::admit).handler(this::show);
    router.get(VIEWS + "/:view").handler(gate::admit).handler(this::open);
    form(router, VIEWS, this::keep);
    form(router, VIEWS + "/:view", this::change);
  }

  private void form(Router router, String path, Handler<RoutingContext> does) {
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(does);
  }

  private static Official me(RoutingContext context) {
    return Visit.of(context).viewer().official();
  }

  private Reader reader(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return new Reader(viewer.official(), viewer.roles(), moment);
  }

  private void show(RoutingContext context) {
    SearchAddress address = SearchAddress.of(context.queryParams());
    Reader reader = reader(context);
    Official me = me(context);
    Future<Searching.Found> found =
        searching.find(address.asked(me.id()), reader, context.queryParams().get("na"), ON_A_PAGE);
    Future<List<View>> all = views.of(me);
    Future<Optional<View>> kept = view(context, "beeld");
    Future<Optional<View>> gone = view(context, "weg");
    Future.all(found, all, kept, gone)
        .map(
            Show.by(
                done ->
                    pages.show(
                        context,
                        page(
                            context,
                            address,
                            reader,
                            found.result(),
                            all.result(),
                            kept.result(),
                            gone.result()))))
        .onFailure(context::fail);
  }

  private Future<Optional<View>> view(RoutingContext context, String field) {
    String id = context.queryParams().get(field);
    return id == null ? Future.succeededFuture(Optional.empty()) : views.find(id, me(context));
  }

  private SearchPage page(
      RoutingContext context,
      SearchAddress address,
      Reader reader,
      Searching.Found found,
      List<View> all,
      Optional<View> kept,
      Optional<View> gone) {
    Frame frame = pages.frame(Visit.of(context), "search.title");
    SearchView view = new SearchView(frame, directories.current(), me(context));
    boolean asked = !address.fields().isEmpty();
    String error = context.queryParams().get("fout");
    return new SearchPage(
        frame,
        address,
        view.choices(address),
        asked,
        view.groups(found.hits()),
        found.glimpses().stream().map(one -> view.glimpse(one, access(reader, one))).toList(),
        asked ? view.many(found) : "",
        asked ? view.empty(address, found) : List.of(),
        found.next() == null ? null : address.with("na=" + found.next().replace("/", "%2F")),
        address.asked("").narrowed() ? address.withoutFilters().path() : null,
        all.stream().map(view::kept).toList(),
        kept.filter(one -> one.deletedAt() == null).map(view::kept).orElse(null),
        gone.filter(one -> one.deletedAt() != null)
            .filter(one -> Views.mayChange(one, me(context), directories.current()))
            .map(view::kept)
            .orElse(null),
        error != null && frame.words().has("search.error." + error)
            ? frame.say("search.error." + error)
            : null);
  }

  private static Access access(Reader reader, Case one) {
    return Access.of(one, reader.official(), reader.roles(), reader.moment());
  }

  private void open(RoutingContext context) {
    views
        .find(context.pathParam("view"), me(context))
        .map(
            Show.by(
                found -> {
                  Optional<View> there = found.filter(one -> one.deletedAt() == null);
                  if (there.isEmpty()) {
                    context.fail(404);
                  } else {
                    to(context, there.get(), "");
                  }
                }))
        .onFailure(context::fail);
  }

  /** Shows a view, with more in the address. */
  private static void to(RoutingContext context, View view, String more) {
    go(context, SearchAddress.read(view.query()).with("beeld=" + view.id() + more));
  }

  private static void go(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  private void keep(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    SearchAddress address = SearchAddress.read(cut(form.get("query"), View.LONGEST_QUERY));
    String name = cut(form.get("name"), View.LONGEST_NAME);
    if (name.isEmpty() || address.fields().isEmpty()) {
      go(context, address.with("fout=" + (name.isEmpty() ? "naam" : "niets")));
      return;
    }
    views
        .keep(me(context), form.get("shared").equals("ja"), name, address.query())
        .map(
            Show.by(
                made -> {
                  if (made.isEmpty()) {
                    go(context, address.with("fout=vol"));
                  } else {
                    to(context, made.get(), "&gedaan=beeld-bewaard");
                  }
                }))
        .onFailure(context::fail);
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private void change(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    views
        .find(context.pathParam("view"), me(context))
        .compose(
            found -> {
              boolean may =
                  found
                      .filter(one -> Views.mayChange(one, me(context), directories.current()))
                      .isPresent();
              if (!may) {
                context.fail(found.isEmpty() ? 404 : 403);
                return Future.<Void>succeededFuture();
              }
              return change(context, found.get(), form);
            })
        .onFailure(context::fail);
  }

  private Future<Void> change(RoutingContext context, View one, Form form) {
    String name = cut(form.get("name"), View.LONGEST_NAME);
    return switch (form.get("act")) {
      case "delete" ->
          views
              .delete(one)
              .map(Show.by(done -> go(context, SearchAddress.PATH + "?weg=" + one.id())));
      case "restore" ->
          views.restore(one).map(Show.by(done -> to(context, one, "&gedaan=beeld-terug")));
      default -> {
        if (name.isEmpty()) {
          to(context, one, "&fout=naam");
          yield Future.succeededFuture();
        }
        yield views
            .rename(one, name)
            .map(Show.by(done -> to(context, one, "&gedaan=beeld-hernoemd")));
      }
    };
  }
}
