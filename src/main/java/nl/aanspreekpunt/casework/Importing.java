package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.OfficialsTable;
import nl.aanspreekpunt.official.TableMistake;
import nl.aanspreekpunt.official.TableReading;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table of officials is taken in: seen first, then carried out step by step, on any node and
 * after a crash. Who leaves by it leaves as by any departure: others act at once, and who leads the
 * team hands the work over.
 */
public final class Importing {
  private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

  private static final int AT_ONCE = 10;

  private final Imports imports;
  private final Trying trying;
  private final Directories directories;
  private final Departing departing;
  private final Clock clock;
  private final String domain;

  /**
   * @param domain on which officials have their own address
   */
  public Importing(
      Imports imports,
      Trying trying,
      Directories directories,
      Departing departing,
      Clock clock,
      String domain) {
    this.imports = imports;
    this.trying = trying;
    this.directories = directories;
    this.departing = departing;
    this.clock = clock;
    this.domain = domain;
  }

  /**
   * What it would bring about.
   *
   * @param added official ids of who is new
   * @param lines what would change of whom
   * @param leaving official ids
   * @param returning official ids of who had left
   * @param administrators official ids of who would become one: never without saying so
   * @param mistakes in order of the lines; nothing is taken in while there are any
   * @param people what is said of them
   */
  public record Preview(
      List<String> added,
      List<DirectoryLine> lines,
      List<String> leaving,
      List<String> returning,
      List<String> administrators,
      List<TableMistake> mistakes,
      List<Fed> people) {
    /** It says nothing that is not so already. */
    public boolean nothing() {
      return people.isEmpty() && leaving.isEmpty() && returning.isEmpty();
    }
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return imports.prepare();
  }

  /** A table with today's officials: taken in again it changes nothing. */
  public String table() {
    Directory directory = directories.current();
    Instant now = clock.instant();
    return OfficialsTable.of(
        directory.officials().stream().filter(one -> directory.employed(one.id(), now)).toList());
  }

  /**
   * Nothing changes.
   *
   * @param complete whoever does not stand in it leaves
   */
  public Future<Preview> preview(byte[] table, boolean complete) {
    return directories
        .refresh()
        .map(now -> TableReading.of(table, complete, now, domain, clock.instant()))
        .compose(
            read ->
                directories
                    .mistakes(read.fed())
                    .map(read::mistakes)
                    .compose(mistakes -> preview(read, mistakes)));
  }

  private Future<Preview> preview(TableReading read, List<TableMistake> mistakes) {
    Future<List<DirectoryLine>> lines =
        mistakes.isEmpty()
            ? directories.fedDifference(read.fed())
            : Future.succeededFuture(List.of());
    return lines.map(
        changed ->
            new Preview(
                read.added(),
                changed,
                read.leaving(),
                read.returning(),
                read.administrators(),
                mistakes,
                read.fed()));
  }

  /** Keeps what was shown, so that just that can be carried out; only what has no mistakes. */
  public Future<Import> keep(Preview preview, String by) {
    Import shown =
        new Import(
            UUID.randomUUID().toString(),
            1,
            by,
            clock.instant(),
            preview.people(),
            preview.leaving(),
            preview.returning(),
            0,
            false);
    return imports.add(shown).map(shown);
  }

  public Future<Optional<Import>> find(String id) {
    return imports.find(id);
  }

  /** Begins what was shown; again: nothing changes. Completes with how far it is. */
  public Future<Import> carryOut(Import shown) {
    Import begun = shown.begun();
    return (shown.waits() ? imports.replace(begun, shown.version()) : Future.succeededFuture(false))
        .compose(won -> won ? goOn(begun) : Future.succeededFuture())
        .compose(gone -> imports.find(shown.id()))
        .map(found -> found.orElse(shown));
  }

  /** Those a crash left; completes with how many that were. */
  public Future<Integer> tick() {
    return trying.each(SetAside.Queue.IMPORT, imports::running, AT_ONCE, Import::id, this::goOn);
  }

  /** The next step, unless another node took it. */
  private Future<Void> goOn(Import one) {
    if (!one.running()) {
      return Future.succeededFuture();
    }
    Import next = one.advanced();
    return step(one)
        .recover(e -> refused(one, e))
        .compose(taken -> imports.replace(next, one.version()))
        .compose(won -> won ? goOn(next) : Future.succeededFuture());
  }

  private Future<?> step(Import one) {
    if (one.done() == 0) {
      return one.people().isEmpty()
          ? Future.succeededFuture()
          : directories.feed(one.people(), one.by(), clock.instant());
    }
    int leaving = one.done() - 1;
    return leaving < one.leaving().size()
        ? leaves(one.leaving().get(leaving), one.by())
        : returns(one.returning().get(leaving - one.leaving().size()), one.by());
  }

  private Future<?> leaves(String official, String by) {
    return directories.current().employed(official, clock.instant())
        ? departing.mark(official, by)
        : Future.succeededFuture();
  }

  private Future<?> returns(String official, String by) {
    boolean left =
        directories.current().departures().stream().anyMatch(o -> o.official().equals(official));
    return left ? departing.comeBack(official, by) : Future.succeededFuture();
  }

  /** What came in between, such as a team that was left out: the rest goes on. */
  private static <T> Future<T> refused(Import one, Throwable why) {
    if (why instanceof DirectoryRefused) {
      LOG.warn("step {} of the import of {}: {}", one.done() + 1, one.at(), why.getMessage());
      return Future.succeededFuture();
    }
    return Future.failedFuture(why);
  }
}
