package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.LettingThrough;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Trail;

/** A file that is held back for what it is, let through by who leads the team of its case. */
final class FileCalls {
  private static final String PART = "\\d{1,6}";
  private final Changing changing;
  private final CaseFinding finding;
  private final Cases cases;
  private final Receipts receipts;
  private final Filing filing;
  private final Trail trail;

  private record Found(Receipt receipt, Case one) {}

  FileCalls(
      Changing changing,
      CaseFinding finding,
      Cases cases,
      Receipts receipts,
      Filing filing,
      Trail trail) {
    this.changing = changing;
    this.finding = finding;
    this.cases = cases;
    this.receipts = receipts;
    this.filing = filing;
    this.trail = trail;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post(
            "/messages/:id/files/:part/let-through", Scope.CASES_WRITE, this::letThrough));
  }

  private Future<Answer> letThrough(Call call) {
    Fields body = call.body();
    String reason = body.needed("reason", body.text("reason", Fields.WORDS));
    Said said = Said.by(body);
    body.check();
    return message(call)
        .compose(found -> finding.own(call, found.one().id()).map(found))
        .compose(found -> file(call, found).compose(file -> let(call, found, file, said, reason)));
  }

  /** One at no case is nobody's to let files of through. */
  private Future<Found> message(Call call) {
    return receipts
        .find(call.path("id"))
        .compose(
            found ->
                found.filter(one -> one.caseNumber() != null).isEmpty()
                    ? Problem.noSuch("message").<Found>failed()
                    : Separating.followed(cases, found.get().caseNumber(), found.get().id())
                        .map(
                            one ->
                                new Found(
                                    found.get(),
                                    one.orElseThrow(() -> Problem.noSuch("message")))));
  }

  private Future<StoredFile> file(Call call, Found found) {
    String part = call.path("part");
    return filing
        .soon(found.receipt())
        .map(
            known -> {
              Optional<StoredFile> file =
                  part.matches(PART) ? known.file(Integer.parseInt(part)) : Optional.empty();
              return file.orElseThrow(() -> Problem.noSuch("file"));
            });
  }

  /** Why is on record before it opens. Again under the same key: what was cut off goes on. */
  private Future<Answer> let(Call call, Found found, StoredFile file, Said said, String reason) {
    String by = said.by(call, found.one());
    if (!LettingThrough.may(found.one(), by, new Moment(call.now(), call.directory()))) {
      throw Problem.of(403, "not-your-team");
    }
    if (!file.isHeld() && !Changing.repeated(call, found.one())) {
      throw Problem.of(409, "file-not-held");
    }
    return changing
        .change(call, found.one(), new LettingThrough(by, file.name(), reason))
        .compose(
            after ->
                trail
                    .record(
                        Deeds.letThrough(
                                found.one().id(),
                                found.receipt().id(),
                                file.part(),
                                by,
                                reason,
                                call.now())
                            .from(Deeds.token(call.caller().token().id())))
                    .map(after))
        .compose(
            after ->
                file.isHeld()
                    ? receipts
                        .find(found.receipt().id())
                        .compose(now -> filing.letThrough(now.orElseThrow(), file.part(), by))
                        .map(
                            let -> {
                              if (!let) {
                                throw Problem.of(409, "file-busy");
                              }
                              return after;
                            })
                    : Future.succeededFuture(after))
        .compose(after -> changing.shown(call, after, 200));
  }
}
