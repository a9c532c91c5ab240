package nl.aanspreekpunt.web.work.story;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.AskedCase;

/** Stories that are like a case, as a part of its page that is fetched by itself. */
public final class BesideRoutes implements Routes {
  private final Gate gate;
  private final StoryWork work;
  private final AskedCase cases;
  private final Receipts receipts;
  private final StoryRows rows;
  private final Pages pages;

  public BesideRoutes(
      Gate gate,
      StoryWork work,
      Cases cases,
      Receipts receipts,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.work = work;
    this.cases = new AskedCase(cases, directories);
    this.receipts = receipts;
    this.rows = new StoryRows(directories);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/vragen/:number/verhalen").handler(gate::admit).handler(this::beside);
  }

  /** For who reads the case. */
  private void beside(RoutingContext context) {
    Frame frame = pages.frame(Visit.of(context), "stories.title");
    cases
        .about(context, context.pathParam("number"))
        .compose(one -> words(one.orElseThrow()).compose(said -> work.beside(one.get(), said)))
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            found ->
                pages.show(
                    context,
                    new BesidePage(
                        frame, found.stream().map(one -> rows.of(frame, one)).toList())));
  }

  /** What the citizen asked, in the latest messages that are here. */
  private Future<String> words(Case one) {
    List<String> ids = one.messages().stream().map(in -> in.receipt()).toList();
    return receipts
        .findAll(ids.subList(Math.max(0, ids.size() - 3), ids.size()))
        .map(
            found ->
                one.subject()
                    + " "
                    + found.stream()
                        .map(Receipt::read)
                        .filter(read -> read != null && read.text() != null)
                        .map(read -> read.brief())
                        .reduce("", (a, b) -> a + " " + b));
  }
}
