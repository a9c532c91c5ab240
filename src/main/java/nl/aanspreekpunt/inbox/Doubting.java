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
import nl.aanspreekpunt.official.Asked;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the filter calls spam, and who looks at it each day: whoever has intake duty. What they left
 * for two days their coordinator hears of.
 */
public final class Doubting {
  private static final int MOST = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Doubting.class);
  private static final Duration CUT_OFF = Duration.ofSeconds(30);
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

  /** Who answers for the list now (official id): whoever has intake duty. */
  public Optional<String> answers() {
    return onDuty().stream().findFirst();
  }

  public Future<List<Doubtful>> waiting() {
    return doubtfuls.waiting(null, MOST);
  }

  public Future<List<Doubtful>> spam() {
    return doubtfuls.spam(null, MOST);
  }

  /**
   * A page of what waits, the oldest first.
   *
   * @param after where the page before ended; null: from the first on
   */
  public Future<List<Doubtful>> waiting(Doubtfuls.After after, int most) {
    return doubtfuls.waiting(after, most);
  }

  /** The same of what was called spam, what goes first first. */
  public Future<List<Doubtful>> spam(Doubtfuls.After after, int most) {
    return doubtfuls.spam(after, most);
  }

  /**
   * It is a question, from now on: it is placed as any other. What fails in that is done later, as
   * of any other.
   *
   * @param asked under which key; null: none
   */
  public Future<Judged> question(String id, String by, Asked asked) {
    return doubtfuls
        .question(id, by, clock.instant(), asked)
        .compose(
            called ->
                called.isEmpty()
                    ? already(id, asked)
                    : settle(called.get())
                        .compose(
                            anew ->
                                anew.isEmpty()
                                    ? Future.<Void>succeededFuture()
                                    : process.apply(anew.get()).otherwiseEmpty())
                        .compose(done -> number(id))
                        .map(number -> new Judged.Done(called.get(), number)));
  }

  private Future<String> number(String id) {
    return receipts
        .findAll(List.of(id))
        .map(found -> found.isEmpty() ? null : found.get(0).caseNumber());
  }

  /** It is spam, and is thrown away later. */
  public Future<Judged> isSpam(String id, String by, Asked asked) {
    return doubtfuls
        .spam(id, by, clock.instant().plus(keep), asked)
        .compose(said -> said(id, said, asked));
  }

  /** What was called spam waits again. */
  public Future<Judged> undo(String id, Asked asked) {
    return doubtfuls
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Doubtful>empty())
                    : doubtfuls.undo(found.get(), asked))
        .compose(said -> said(id, said, asked));
  }

  private Future<Judged> said(String id, Optional<Doubtful> said, Asked asked) {
    return said.isPresent()
        ? Future.succeededFuture(new Judged.Done(said.get(), null))
        : already(id, asked);
  }

  /** Nothing changed: the same request may have done it, or somebody was first. */
  private Future<Judged> already(String id, Asked asked) {
    return doubtfuls
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(
                        judged(
                            asked == null ? null : found.get().keys().get(asked.key()),
                            asked,
                            new Judged.Done(found.get(), null)))
                    : receipts
                        .findAll(List.of(id))
                        .map(all -> all.isEmpty() ? Judged.Not.THERE : placed(all.get(0), asked)));
  }

  private static Judged placed(Receipt receipt, Asked asked) {
    return receipt.facts().containsKey(Placing.QUESTION)
        ? judged(
            asked == null ? null : receipt.facts().get(Placing.QUESTION + asked.key()),
            asked,
            new Judged.Done(null, receipt.caseNumber()))
        : Judged.Not.THERE;
  }

  private static Judged judged(String before, Asked asked, Judged.Done done) {
    if (before == null) {
      return Judged.Not.SO_ANY_MORE;
    }
    return before.equals(asked.digest()) ? done : Judged.Not.NEW_KEY;
  }

  /**
   * Has the receipt of what was called a question processed anew, unless that was done; the receipt
   * when it is to be, now. One that is still being put down as doubtful has its turn at a tick.
   */
  private Future<Optional<Receipt>> settle(Doubtful called) {
    return doubtfuls
        .ask(called, clock.instant())
        .compose(
            anew ->
                (anew.isPresent() ? Future.succeededFuture(true) : settled(called.id()))
                    .compose(
                        done -> done ? doubtfuls.drop(called.id()) : Future.<Void>succeededFuture())
                    .map(anew));
  }

  /** Nothing waits for a word about it: it is a question, or there is none any more. */
  private Future<Boolean> settled(String id) {
    return receipts.find(id).map(found -> found.map(Doubting::isPlaced).orElse(true));
  }

  private static boolean isPlaced(Receipt one) {
    return one.facts().containsKey(Placing.QUESTION)
        || (one.state() != Receipt.State.RECEIVED && !Placing.DOUBTFUL.equals(one.result()));
  }

  /**
   * Ends what a crash cut off; throws away what was kept long enough; tells who has the list of
   * what waits a day. One that fails keeps nobody from the others: it has its turn again.
   */
  public Future<Duration> tick() {
    Instant now = clock.instant();
    return doubtfuls
        .asked(now.minus(CUT_OFF), MOST)
        .compose(all -> each(all, one -> settle(one).compose(this::placeAnew)))
        .compose(done -> doubtfuls.spam(null, MOST))
        .compose(
            all ->
                each(
                    all.stream().filter(one -> !one.goesAt().isAfter(now)).toList(),
                    one -> doubtfuls.go(one, now)))
        .compose(done -> doubtfuls.gone(MOST))
        .compose(all -> each(all, this::throwAway))
        .compose(done -> doubtfuls.waiting(null, 1))
        .compose(
            first -> {
              Duration oldest =
                  first.isEmpty()
                      ? Duration.ZERO
                      : Duration.between(first.get(0).waitsSince(), now);
              return remind(oldest).map(oldest);
            });
  }

  private Future<Void> placeAnew(Optional<Receipt> anew) {
    return anew.isEmpty() ? Future.succeededFuture() : process.apply(anew.get());
  }

  private static Future<Void> each(List<Doubtful> all, Function<Doubtful, Future<Void>> what) {
    return Future.join(
            all.stream()
                .map(
                    one ->
                        what.apply(one)
                            .onFailure(
                                e ->
                                    LOG.warn(
                                        "doubtful {} has its turn later: {}",
                                        one.id(),
                                        e.toString())))
                .toList())
        .otherwiseEmpty()
        .mapEmpty();
  }

  private Future<Void> throwAway(Doubtful one) {
    return doubtfuls
        .going(one.id())
        .compose(
            goes ->
                goes.isPresent()
                    ? files.apply(goes.get()).compose(destroyed -> doubtfuls.remove(goes.get()))
                    : settled(one.id())
                        .compose(
                            over ->
                                over ? doubtfuls.drop(one.id()) : Future.<Void>succeededFuture()));
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
