package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.setup.SetupPage;

/** What is in the directory, kind by kind, and where each is changed. */
record ListRoutes(Gate gate, Looking looking) implements Routes {
  private static final int SHOWN = 200;

  @Override
  public void mount(Router router) {
    router.get(Paths.TOP).handler(gate::admit).handler(Gate::administrator).handler(this::top);
    for (Subject subject : Subjects.ALL) {
      if (!subject.single()) {
        router
            .get(Paths.list(subject))
            .handler(gate::admit)
            .handler(Gate::administrator)
            .handler(c -> list(c, subject));
      }
    }
  }

  private void top(RoutingContext context) {
    Frame frame = looking.frame(context, "gids.title", Paths.TOP);
    List<SetupPage.Part> parts =
        Subjects.ALL.stream()
            .map(one -> new SetupPage.Part("gids." + one.many(), Paths.list(one)))
            .toList();
    looking.pages().show(context, 200, new TopPage(frame, parts));
  }

  private void list(RoutingContext context, Subject subject) {
    String asked = Objects.toString(context.request().getParam("q"), "").strip();
    String q = asked.substring(0, Math.min(asked.length(), 200));
    Frame frame = looking.frame(context, "gids." + subject.many(), Paths.list(subject));
    looking
        .seen(context)
        .map(
            Show.by(
                seen -> {
                  List<ListPage.Line> lines =
                      subject.rows(seen).stream()
                          .filter(row -> fits(row, q.toLowerCase(Locale.ROOT)))
                          .map(
                              row ->
                                  new ListPage.Line(
                                      Paths.of(subject, row.id()), row.name(), row.detail()))
                          .toList();
                  looking
                      .pages()
                      .show(
                          context,
                          200,
                          new ListPage(
                              frame,
                              Paths.list(subject),
                              frame.say("gids." + subject.many() + ".does"),
                              subject.comesAndGoes()
                                  ? frame.say("gids." + subject.one() + ".new")
                                  : null,
                              q,
                              lines.subList(0, Math.min(SHOWN, lines.size())),
                              lines.size()));
                }))
        .onFailure(context::fail);
  }

  private static boolean fits(Subject.Row row, String q) {
    return (row.id() + " " + row.name() + " " + Objects.toString(row.detail(), ""))
        .toLowerCase(Locale.ROOT)
        .contains(q);
  }
}
