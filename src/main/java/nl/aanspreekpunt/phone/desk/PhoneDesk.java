package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.desk.PuttingThrough;
import nl.aanspreekpunt.casework.phone.Phoning;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.phone.LineUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts calls to the general number to the clerks who are there. All their telephones ring; the
 * first to press the key gets it. When nobody does the call goes on as if there was no desk.
 */
public final class PhoneDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneDesk.class);
  private static final int TRIES = 20;
  private static final int OPEN = 200;

  /** Telephones ring so often: what picked up without anybody there rings once. */
  private static final int ROUNDS = 2;

  /** A call that lasts longer than any may is over. */
  private static final Duration LONGEST = Duration.ofHours(5);

  private final DeskCalls calls;
  private final Directories directories;
  private final Casework casework;
  private final Redirecting redirecting;
  private final Consumer<DeskCall> changed;
  private final DeskTwiml twiml;
  private final Clock clock;

  /** Tells the provider where a call that goes on asks what comes next. Fails when it cannot. */
  @FunctionalInterface
  public interface Redirecting {
    Future<Void> to(String sid, String url);
  }

  /**
   * @param changed told of each change, after it was stored: pages show it
   */
  public PhoneDesk(
      DeskCalls calls,
      Directories directories,
      Casework casework,
      Redirecting redirecting,
      Consumer<DeskCall> changed,
      DeskTwiml twiml,
      Clock clock) {
    this.calls = calls;
    this.directories = directories;
    this.casework = casework;
    this.redirecting = redirecting;
    this.changed = changed;
    this.twiml = twiml;
    this.clock = clock;
  }

  public DeskCalls calls() {
    return calls;
  }

  /**
   * Somebody calls the general number: whose telephones ring. Empty when nobody is at the desk.
   *
   * @param caller E.164; null: withheld
   */
  Future<Optional<String>> comesIn(String sid, String caller, String number) {
    return calls
        .find(sid)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(
                        known.filter(one -> one.open() != null).map(this::ring))
                    : first(sid, caller, number));
  }

  private Future<Optional<String>> first(String sid, String caller, String number) {
    Instant now = clock.instant();
    return calls
        .open(OPEN)
        .compose(
            going -> {
              List<String> clerks = OnDuty.at(lines(), now, going, List.of());
              if (clerks.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              DeskCall call = DeskCall.in(sid, caller, number, clerks, now);
              return calls
                  .add(call)
                  .compose(
                      mine -> {
                        if (!mine) {
                          return comesIn(sid, caller, number);
                        }
                        changed.accept(call);
                        return Future.succeededFuture(Optional.of(ring(call)));
                      });
            });
  }

  private String ring(DeskCall call) {
    Map<String, String> telephones = new LinkedHashMap<>();
    call.rung().forEach(who -> telephone(who).ifPresent(number -> telephones.put(who, number)));
    return telephones.isEmpty() ? twiml.goOn() : twiml.ring(call, telephones);
  }

  private Optional<String> telephone(String official) {
    return lines().number(official);
  }

  private LineUp lines() {
    return new LineUp(directories.current(), directories.current().numbers());
  }

  private String name(String official) {
    return directories.current().official(official).map(Official::name).orElse("");
  }

  /** What a clerk hears who picks up; without the key something else did. */
  Future<String> whisper(String id, String who) {
    return change(id, call -> call.rung().contains(who) ? call.passed(who) : call)
        .map(
            found ->
                found
                    .filter(one -> one.endedAt() == null)
                    .map(
                        one ->
                            one.by() == null && one.rung().contains(who)
                                ? twiml.whisper(one, who, "taken", "say.desk.whisper")
                                : twiml.gone())
                    .orElseGet(DeskTwiml::hangUp));
  }

  /** A clerk pressed the key: the first to do so is connected. */
  Future<String> taken(String id, String who, String digits) {
    Instant now = clock.instant();
    boolean yes = "1".equals(digits);
    return change(id, call -> yes ? call.taken(who, now) : call.passed(who))
        .map(
            found ->
                found
                    .filter(one -> yes)
                    .map(one -> who.equals(one.by()) ? DeskTwiml.connect() : twiml.gone())
                    .orElseGet(DeskTwiml::hangUp));
  }

  /**
   * The clerks' telephones ring no more.
   *
   * @param bridged the citizen spoke with one
   */
  Future<String> after(String id, boolean bridged) {
    Instant now = clock.instant();
    return calls
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(twiml.goOn());
              }
              DeskCall.Through to = found.get().through();
              if (to != null && to.accepted() == null) {
                return onward(id, to.tried(), false);
              }
              if (bridged || found.get().by() != null) {
                return change(id, call -> call.ended(now)).map(done -> DeskTwiml.hangUp());
              }
              return nobody(found.get(), now);
            });
  }

  private Future<String> nobody(DeskCall call, Instant now) {
    return calls
        .open(OPEN)
        .compose(
            going -> {
              List<String> others = OnDuty.at(lines(), now, going, call.passed());
              boolean again = call.round() < ROUNDS && !call.passed().isEmpty();
              return again && !others.isEmpty()
                  ? change(call.id(), one -> one.by() == null ? one.again(others) : one)
                      .map(one -> ring(one.orElseThrow()))
                  : change(call.id(), one -> one.handedOn(now)).map(done -> twiml.goOn());
            });
  }

  /** It is over, whoever hung up. */
  Future<Void> ended(String id) {
    Instant now = clock.instant();
    return change(id, call -> call.ended(now)).mapEmpty();
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
    all.removeIf(one -> telephone(one).isEmpty());
    if (all.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    all.add(by);
    DeskCall.Through to = new DeskCall.Through(caseNumber, told, all, 0, now, null, null);
    return calls
        .find(id)
        .compose(
            found ->
                found
                        .filter(one -> by.equals(one.by()) && one.endedAt() == null && !one.gone())
                        .isEmpty()
                    ? Future.succeededFuture(Optional.<DeskCall>empty())
                    : change(id, call -> call.through(to))
                        .compose(
                            after ->
                                after.orElseThrow().through() == to
                                    ? redirected(after.orElseThrow())
                                    : Future.succeededFuture(after)));
  }

  private Future<Optional<DeskCall>> redirected(DeskCall call) {
    return redirecting
        .to(call.id(), twiml.through(call, 0))
        .map(Optional.of(call))
        .recover(
            e -> change(call.id(), DeskCall::notThrough).compose(done -> Future.failedFuture(e)));
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
      return ended(id).map(done -> DeskTwiml.hangUp());
    }
    return calls
        .find(id)
        .compose(
            found -> {
              Optional<DeskCall.Through> to = found.map(DeskCall::through);
              if (to.isEmpty() || nth >= to.get().order().size()) {
                return change(id, call -> call.handedOn(now)).map(done -> twiml.goOn());
              }
              String who = to.get().order().get(nth);
              return change(id, call -> call.tried(nth + 1))
                  .map(
                      call ->
                          telephone(who)
                              .map(number -> twiml.ringNext(call.orElseThrow(), who, number, nth))
                              .orElseGet(twiml::goOn));
            });
  }

  /** What a colleague hears to whom a citizen is put through. */
  Future<String> offered(String id, String who) {
    return calls
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
    return change(id, call -> call.accepted(who, now))
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

  /** That it was about this case stands there, once. */
  public Future<Decision> about(DeskCall call, String caseNumber) {
    return casework.change(caseNumber, new Phoning(call.events()));
  }

  private Future<Optional<DeskCall>> change(String id, UnaryOperator<DeskCall> how) {
    return change(id, how, TRIES);
  }

  private Future<Optional<DeskCall>> change(String id, UnaryOperator<DeskCall> how, int left) {
    return calls
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(found);
              }
              DeskCall after = how.apply(found.get());
              if (after == found.get()) {
                return Future.succeededFuture(found);
              }
              return calls
                  .replace(after, found.get().version())
                  .compose(
                      done -> {
                        if (done) {
                          told(found.get(), after);
                          return Future.succeededFuture(Optional.of(after));
                        }
                        return left == 1
                            ? Future.failedFuture("call " + id + " changes too often")
                            : change(id, how, left - 1);
                      });
            });
  }

  /** Also those whose telephone rang until now. */
  private void told(DeskCall before, DeskCall after) {
    changed.accept(before);
    changed.accept(after);
  }

  /** Of what no end was reported. */
  public Future<Integer> tick() {
    Instant now = clock.instant();
    return calls
        .open(OPEN)
        .compose(
            going ->
                Future.join(
                        going.stream()
                            .filter(one -> one.at().plus(LONGEST).isBefore(now))
                            .map(one -> ended(one.id()))
                            .toList())
                    .transform(done -> Future.succeededFuture(going.size())));
  }
}
