package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * What the filter calls spam, and who looks at it each day: whoever has intake duty. What they left
 * for two days their coordinator hears of.
 */
public final class Doubting {
  private static final int MOST = 100;
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration ESCALATES = Duration.ofDays(2);

  private final Doubtfuls doubtfuls;
  private final Receipts receipts;
  private final Function<Receipt, Future<Void>> files;
  private final Function<Receipt, Future<Void>> process;
  private final Outbox outbox;
  private final Directories directories;
  private final Clock clock;
  private final Duration keep;

  /**
   * @param files destroys those of a message
   * @param process puts a message where it belongs
   * @param keep how long spam stays, so that a mistake can be put right
   */
  public Doubting(
      Doubtfuls doubtfuls,
      Receipts receipts,
      Function<Receipt, Future<Void>> files,
      Function<Receipt, Future<Void>> process,
      Outbox outbox,
      Directories directories,
      Clock clock,
      Duration keep) {
    this.doubtfuls = doubtfuls;
    this.receipts = receipts;
    this.files = files;
    this.process = process;
    this.outbox = outbox;
    this.directories = directories;
    this.clock = clock;
    this.keep = keep;
  }

  /** Who has intake duty now, who leads them, and administrators. */
  public boolean reads(Official one) {
    return one.roles().contains(Role.ADMINISTRATOR)
        || Stream.concat(onDuty().stream(), leading().stream()).anyMatch(one.id()::equals);
  }

  private List<String> onDuty() {
    return directories.current().onIntakeDuty(clock.instant(), List.of()).stream()
        .map(Official::id)
        .toList();
  }

  private List<String> leading() {
    Directory directory = directories.current();
    return onDuty().stream()
        .flatMap(one -> directory.official(one).stream())
        .flatMap(one -> directory.team(one.team()).stream())
        .map(Team::coordinator)
        .distinct()
        .toList();
  }

  public Future<List<Doubtful>> waiting() {
    return doubtfuls.waiting(MOST);
  }

  public Future<List<Doubtful>> spam() {
    return doubtfuls.spam(MOST);
  }

  /**
   * It is a question, from now on: it is placed as any other. The number of its case; empty when it
   * did not wait any more.
   */
  public Future<Optional<String>> question(String id, String by) {
    return doubtfuls
        .question(id, by, clock.instant())
        .compose(
            asked ->
                asked
                    ? receipts
                        .find(id)
                        .compose(found -> process.apply(found.orElseThrow()))
                        .compose(done -> receipts.find(id))
                        .map(found -> found.map(Receipt::caseNumber))
                    : Future.succeededFuture(Optional.empty()));
  }

  /** False when it did not wait any more. */
  public Future<Boolean> isSpam(String id, String by) {
    return doubtfuls.spam(id, by, clock.instant().plus(keep));
  }

  /** It waits again. False when it is gone, or is no spam. */
  public Future<Boolean> undo(String id) {
    return doubtfuls
        .find(id)
        .compose(
            found -> found.map(doubtfuls::undo).orElseGet(() -> Future.succeededFuture(false)));
  }

  /** Throws away what was kept long enough; tells who has the list of what waits a day. */
  public Future<Duration> tick() {
    return doubtfuls
        .spam(MOST)
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(one -> !one.goesAt().isAfter(clock.instant()))
                        .map(this::throwAway)
                        .toList()))
        .compose(done -> doubtfuls.waiting(1))
        .compose(
            first -> {
              Duration oldest =
                  first.isEmpty()
                      ? Duration.ZERO
                      : Duration.between(first.get(0).waitsSince(), clock.instant());
              return remind(oldest).map(oldest);
            });
  }

  private Future<Void> throwAway(Doubtful one) {
    return receipts
        .findAll(List.of(one.id()))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : files.apply(found.get(0)).compose(gone -> doubtfuls.remove(found.get(0))));
  }

  /** Each once a day. */
  private Future<Void> remind(Duration oldest) {
    if (oldest.compareTo(DAILY) < 0) {
      return Future.succeededFuture();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), directories.current().zone());
    Stream<String> all =
        oldest.compareTo(ESCALATES) < 0
            ? onDuty().stream()
            : Stream.concat(onDuty().stream(), leading().stream()).distinct();
    List<Outgoing> notices =
        all.flatMap(one -> directories.current().official(one).stream())
            .map(one -> notice("doubtful." + today + "." + one.id(), one))
            .toList();
    return notices.isEmpty() ? Future.succeededFuture() : outbox.add(notices);
  }

  private Outgoing notice(String id, Official to) {
    Notice notice =
        new Notice(
            id,
            Notice.Kind.ADMINISTRATION,
            Channel.DIGEST,
            to.email(),
            to.id(),
            null,
            "nl",
            Map.of("what", "doubtful", "page", "/werk/misschien-spam"));
    Instant now = clock.instant();
    return Outgoing.waiting(id, notice, now, directories.current().hours(to.id()).opening(now));
  }
}
