package nl.aanspreekpunt.web.ask;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Person;

/** Finds who answers a web form in the case that it came to. */
public final class CaseAnswerers implements Answerers {
  private final Receipts receipts;
  private final Cases cases;
  private final Directories directories;
  private final Tokens tokens;

  public CaseAnswerers(Receipts receipts, Cases cases, Directories directories, Tokens tokens) {
    this.receipts = receipts;
    this.cases = cases;
    this.directories = directories;
    this.tokens = tokens;
  }

  @Override
  public Future<Optional<Answerer>> of(String receipt) {
    return receipts.findAll(List.of(receipt)).compose(found -> of(receipt, found));
  }

  private Future<Optional<Answerer>> of(String id, List<Receipt> found) {
    if (found.isEmpty() || found.get(0).channel() != Channel.WEB) {
      return Future.failedFuture(new Unknown());
    }
    Receipt receipt = found.get(0);
    String number = receipt.caseNumber();
    if (number == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return receipt.route().joinsByAddress()
        ? Future.succeededFuture(Optional.of(Answerer.TOLD_ELSEWHERE))
        : cases.find(number).map(one -> one.flatMap(about -> answerer(about, id)));
  }

  private Optional<Answerer> answerer(Case about, String receipt) {
    Optional<Promise> waits =
        about.openPromises().stream()
            .filter(promise -> receipt.equals(promise.seen()))
            .findFirst()
            .or(
                () ->
                    about.openPromises().stream()
                        .filter(promise -> !promise.unconfirmed())
                        .findFirst());
    String official = waits.map(about::ownerOf).orElse(about.official());
    return directories
        .current()
        .official(official)
        .map(person -> answerer(about, receipt, waits, person));
  }

  private Answerer answerer(Case about, String receipt, Optional<Promise> waits, Official person) {
    return new Answerer(
        Person.of(person).saying(directories.current().profile(person.id()).in(about.language())),
        !person.id().equals(about.official()),
        waits.map(Promise::due).orElse(null),
        waits.map(promise -> promise.kind().name()).orElse(null),
        waits.flatMap(promise -> Dues.meanwhile(directories.current(), about)).orElse(null),
        about.id(),
        follow(about, receipt));
  }

  /**
   * Only to a question that began with this form: nobody has verified that the address is theirs,
   * and an older question may hold what is not for them. Nor once a link was switched off.
   */
  private String follow(Case about, String receipt) {
    if (!receipt.equals(about.openedBy())) {
      return null;
    }
    return about.events().stream()
        .filter(CaseEvent.Received.class::isInstance)
        .map(CaseEvent.Received.class::cast)
        .filter(one -> one.receipt().equals(receipt) && one.link() != null)
        .flatMap(one -> about.participant(one.link()).stream())
        .filter(who -> who.revokedAt() == null)
        .map(who -> tokens.followLink(about.id(), who.key()))
        .findFirst()
        .orElse(null);
  }
}
