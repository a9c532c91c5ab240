package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.desk.PuttingThrough;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.phone.LineUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a citizen through from the desk: one telephone after the other, the last that of the clerk
 * who did so. That they were put through stands with the question once somebody took it.
 */
public final class Transfers {
  private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

  private final DeskChanges changes;
  private final Directories directories;
  private final Casework casework;
  private final Redirecting redirecting;
  private final DeskTwiml twiml;
  private final Clock clock;

  /** Tells the provider where a call that goes on asks what comes next. Fails when it cannot. */
  @FunctionalInterface
  public interface Redirecting {
    Future<Void> to(String sid, String url);
  }

  Transfers(
      DeskChanges changes,
      Directories directories,
      Casework casework,
      Redirecting redirecting,
      DeskTwiml twiml,
      Clock clock) {
    this.changes = changes;
    this.directories = directories;
    this.casework = casework;
    this.redirecting = redirecting;
    this.twiml = twiml;
    this.clock = clock;
  }

  private LineUp lines() {
    return new LineUp(directories.current(), directories.current().numbers());
  }

  private String name(String official) {
    return directories.current().official(official).map(Official::name).orElse("");
  }

  /**
   * Puts the citizen who is on the line with this clerk through: to that colleague, then to who
   * stands in, then back. Empty when there is no such call; fails when the provider could not be
   * told, and then they are still on the line with the clerk.
   *
   * @param order official ids, in the order in which their telephones ring
   */
  public Future<Optional<DeskCall>> through(
      String id, String by, List<String> order, String caseNumber, String told) {
    Instant now = clock.instant();
    List<String> all = new ArrayList<>(order.stream().filter(one -> !one.equals(by)).toList());
    all.removeIf(one -> lines().number(one).isEmpty());
    if (all.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    all.add(by);
    DeskCall.Through to = new DeskCall.Through(caseNumber, told, all, 0, now, null, null);
    return changes.calls().find(id).compose(found -> begun(found.filter(one -> has(one, by)), to));
  }

  private static boolean has(DeskCall call, String clerk) {
    return clerk.equals(call.by()) && call.endedAt() == null && !call.gone();
  }

  /** Whoever puts it down first tells the provider, once. */
  private Future<Optional<DeskCall>> begun(Optional<DeskCall> found, DeskCall.Through to) {
    if (found.isEmpty()) {
      return Future.succeededFuture(found);
    }
    DeskCall before = found.get();
    DeskCall after = before.through(to);
    if (after.equals(before)) {
      return Future.succeededFuture(found);
    }
    return changes
        .calls()
        .replace(after, before.version())
        .compose(
            mine -> {
              if (!mine) {
                return changes
                    .calls()
                    .find(before.id())
                    .compose(now -> begun(now.filter(one -> has(one, before.by())), to));
              }
              changes.told(before, after);
              return redirected(after);
            });
  }

  private Future<Optional<DeskCall>> redirected(DeskCall call) {
    return redirecting
        .to(call.id(), twiml.through(call, 0))
        .map(Optional.of(call))
        .recover(
            e ->
                changes
                    .change(call.id(), DeskCall::notThrough)
                    .compose(done -> Future.failedFuture(e)));
  }

  /**
   * Whose telephone rings next for who is put through.
   *
   * @param nth how many rang before
   * @param bridged the citizen spoke with the last of these
   */
  Future<String> onward(String id, int nth, boolean bridged) {
    Instant now = clock.instant();
    if (bridged) {
      return changes.change(id, call -> call.ended(now)).map(done -> DeskTwiml.hangUp());
    }
    return changes
        .calls()
        .find(id)
        .compose(
            found -> {
              Optional<DeskCall.Through> to = found.map(DeskCall::through);
              if (to.isEmpty() || nth >= to.get().order().size()) {
                return changes.change(id, call -> call.handedOn(now)).map(done -> twiml.goOn());
              }
              String who = to.get().order().get(nth);
              return changes
                  .change(id, call -> call.tried(nth + 1))
                  .map(
                      call ->
                          lines()
                              .number(who)
                              .map(number -> twiml.ringNext(call.orElseThrow(), who, number, nth))
                              .orElseGet(twiml::goOn));
            });
  }

  /** What a colleague hears to whom a citizen is put through. */
  Future<String> offered(String id, String who) {
    return changes
        .calls()
        .find(id)
        .map(
            found ->
                found
                    .filter(one -> one.through() != null && one.through().accepted() == null)
                    .map(
                        one ->
                            who.equals(one.by())
                                ? twiml.whisper(one, who, "accepted", "say.desk.back")
                                : twiml.whisper(
                                    one, who, "accepted", "say.desk.offered", name(one.by())))
                    .orElseGet(DeskTwiml::hangUp));
  }

  /** A colleague pressed the key: the citizen is put through, and that stands with the question. */
  Future<String> accepted(String id, String who, String digits) {
    Instant now = clock.instant();
    if (!"1".equals(digits)) {
      return Future.succeededFuture(DeskTwiml.hangUp());
    }
    return changes
        .change(id, call -> call.accepted(who, now))
        .map(
            found -> {
              Optional<DeskCall> mine =
                  found
                      .filter(one -> one.through() != null)
                      .filter(one -> who.equals(one.through().accepted()));
              mine.filter(DeskCall::gone).ifPresent(this::told);
              return mine.isPresent() ? DeskTwiml.connect() : twiml.gone();
            });
  }

  private void told(DeskCall call) {
    DeskCall.Through to = call.through();
    casework
        .change(to.caseNumber(), new PuttingThrough(to.accepted(), to.told(), call.by()))
        .onFailure(e -> LOG.warn("call {} is not on its timeline: {}", call.id(), e.toString()));
  }
}
