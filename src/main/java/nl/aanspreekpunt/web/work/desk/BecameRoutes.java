package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.desk.Contact;
import nl.aanspreekpunt.casework.desk.Contacts;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** What became of my contacts today, for who took them. */
public final class BecameRoutes implements Routes {
  private static final int MOST = 100;
  private final Gate gate;
  private final Contacts contacts;
  private final Receipts receipts;
  private final Cases cases;
  private final Directories directories;
  private final Pages pages;

  public BecameRoutes(
      Gate gate,
      Contacts contacts,
      Receipts receipts,
      Cases cases,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.contacts = contacts;
    this.receipts = receipts;
    this.cases = cases;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/nieuw/vandaag").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Moment moment = new Moment(visit.now(), directories.current());
    ZoneId zone = moment.directory().zone();
    Instant today = LocalDate.ofInstant(moment.now(), zone).atStartOfDay(zone).toInstant();
    Frame frame = pages.frame(visit, "desk.became");
    contacts
        .of(OwnCase.me(context), today, MOST + 1)
        .compose(
            found ->
                rows(found.stream().limit(MOST).toList(), visit, frame, moment)
                    .map(rows -> new BecamePage(frame, rows, found.size() > MOST)))
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  private Future<List<BecamePage.Row>> rows(
      List<Contact> taken, Visit visit, Frame frame, Moment moment) {
    return receipts
        .findAll(taken.stream().map(Contact::id).toList())
        .compose(
            found ->
                cases
                    .findAll(
                        found.stream().map(Receipt::caseNumber).filter(Objects::nonNull).toList())
                    .map(
                        all -> {
                          Map<String, Receipt> receipt = by(found, Receipt::id);
                          Map<String, Case> one = by(all, Case::id);
                          BecameView view =
                              new BecameView(frame, new Names(moment.directory(), frame.words()));
                          return taken.stream()
                              .filter(it -> receipt.containsKey(it.id()))
                              .flatMap(
                                  it -> row(it, receipt.get(it.id()), one, view, visit, moment))
                              .toList();
                        }));
  }

  /** Nothing of a case that is not there for this reader. */
  private static Stream<BecamePage.Row> row(
      Contact contact,
      Receipt receipt,
      Map<String, Case> cases,
      BecameView view,
      Visit visit,
      Moment moment) {
    Optional<Case> placed = Optional.ofNullable(receipt.caseNumber()).map(cases::get);
    boolean hidden =
        placed
            .filter(
                one ->
                    Access.of(one, visit.viewer().official(), visit.viewer().roles(), moment)
                        == Access.NONE)
            .isPresent();
    return hidden ? Stream.empty() : Stream.of(view.row(contact, receipt, placed));
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (one, same) -> one));
  }
}
