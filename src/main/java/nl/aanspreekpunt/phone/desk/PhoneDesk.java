package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.phone.LineUp;

/**
 * Puts calls to the general number to the clerks who are there. All their telephones ring; the
 * first to press the key gets it. When nobody does the call goes on as if there was no desk.
 */
public final class PhoneDesk {
  private static final int OPEN = 200;

  /** Telephones ring so often: what picked up without anybody there rings once. */
  private static final int ROUNDS = 2;

  /** A call that lasts longer than any may is over. */
  private static final Duration LONGEST = Duration.ofHours(5);

  private final DeskCalls calls;
  private final Directories directories;
  private final DeskChanges changes;
  private final Transfers transfers;
  private final DeskTwiml twiml;
  private final Missing missing;
  private final Clock clock;

  /** Sees to it that somebody calls back. */
  @FunctionalInterface
  public interface Missing {
    /**
     * A call is over that nobody at the desk took. The same again changes nothing.
     *
     * @param seconds how long it was; 0 when that is not said
     */
    Future<?> missed(DeskCall call, int seconds);
  }

  /**
   * @param changed told of each change, after it was stored: pages show it
   */
  public PhoneDesk(
      DeskCalls calls,
      Directories directories,
      Casework casework,
      Transfers.Redirecting redirecting,
      Consumer<DeskCall> changed,
      DeskTwiml twiml,
      Missing missing,
      Clock clock) {
    this.calls = calls;
    this.directories = directories;
    this.changes = new DeskChanges(calls, changed);
    this.transfers = new Transfers(changes, directories, casework, redirecting, twiml, clock);
    this.twiml = twiml;
    this.missing = missing;
    this.clock = clock;
  }

  public Transfers transfers() {
    return transfers;
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
                        changes.changed().accept(call);
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

  /** What a clerk hears who picks up; without the key something else did. */
  Future<String> whisper(String id, String who) {
    return changes
        .change(id, call -> call.rung().contains(who) ? call.passed(who) : call)
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
    return changes
        .change(id, call -> yes ? call.taken(who, now) : call.passed(who))
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
                return transfers.onward(id, to.tried(), false);
              }
              if (bridged || found.get().missed() != null) {
                return changes.change(id, call -> call.ended(now)).map(done -> DeskTwiml.hangUp());
              }
              if (found.get().endedAt() != null) {
                return Future.succeededFuture(twiml.goOn()); // handed on, and asked again
              }
              return found.get().by() == null ? nobody(found.get(), now) : goOn(found.get(), now);
            });
  }

  /** Also when a clerk took it and lost it before they were connected. */
  private Future<String> goOn(DeskCall call, Instant now) {
    return changes.change(call.id(), one -> one.handedOn(now)).map(done -> twiml.goOn());
  }

  private Future<String> nobody(DeskCall call, Instant now) {
    return calls
        .open(OPEN)
        .compose(
            going -> {
              List<String> others = OnDuty.at(lines(), now, going, call.passed());
              boolean again = call.round() < ROUNDS && !call.passed().isEmpty();
              return again && !others.isEmpty()
                  ? changes
                      .change(call.id(), one -> one.by() == null ? one.again(others) : one)
                      .map(one -> ring(one.orElseThrow()))
                  : goOn(call, now);
            });
  }

  /**
   * It is over, whoever hung up.
   *
   * @param seconds how long it was; 0 when that is not said
   */
  Future<Void> ended(String id, int seconds) {
    Instant now = clock.instant();
    return changes
        .change(id, call -> call.ended(now))
        .compose(
            found ->
                found.isPresent() && found.get().by() == null
                    ? missing.missed(found.get(), seconds).mapEmpty()
                    : Future.succeededFuture());
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
                            .map(one -> ended(one.id(), 0))
                            .toList())
                    .transform(done -> Future.succeededFuture(going.size())));
  }
}
