package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/**
 * The directory in the database and this node's copy of it. Facts that people state in the hub
 * (absences, departures) are kept apart from what the file says, so that applying a changed file
 * never loses them.
 */
public interface Directories {
  /** This node's copy, at most a second old. Never null after start. */
  Directory current();

  /** Reads the database when its version changed. */
  Future<Directory> refresh();

  /** Adds an absence, ends another by a new one with {@code until} now; returns the new copy. */
  default Future<Directory> absent(Absence absence) {
    return absent(absence, null);
  }

  /**
   * @param asked so that it takes effect once; null: each time
   */
  Future<Directory> absent(Absence absence, Asked asked);

  /** Ends every running absence of this official at that moment. */
  default Future<Directory> returned(String official, Instant now, String by) {
    return returned(official, now, by, null);
  }

  /**
   * @param asked so that it takes effect once; null: each time
   */
  Future<Directory> returned(String official, Instant now, String by, Asked asked);

  /**
   * Somebody works other days from now on; returns the new copy.
   *
   * @param asked so that it takes effect once; null: each time
   */
  Future<Directory> works(WorkDays days, Asked asked);

  /** Somebody wants to be seen, or to work, otherwise; returns the new copy. */
  Future<Directory> shows(Profile profile);

  /**
   * Marks somebody as departed, now or from a moment ahead, or settles the successor of one who is.
   */
  Future<Directory> departed(Departure departure);

  /** Somebody who left, or was to leave, works here; returns the new copy. */
  Future<Directory> stays(String official, Instant now, String by);

  /**
   * Pins a rule; its id is given here. One that says no more than another that stands changes
   * nothing.
   *
   * @param asked so that it takes effect once; null: each time
   */
  Future<Directory> pin(Pin pin, Asked asked);

  /** Takes a pinned rule back, with why; changes nothing when it stands no more. */
  Future<Directory> unpin(String id, String by, String reason);

  /** What applying this file would change, a line each; empty when nothing would. */
  default Future<List<DirectoryLine>> difference(String yaml) {
    return would(new FileChange.Whole(yaml)).map(Would::lines);
  }

  /** What changing the file would come to. Fails as {@link #apply(FileChange, String, Instant)}. */
  Future<Would> would(FileChange change);

  /** Applies a changed file; dated and signed. Fails with a line for people when it is wrong. */
  default Future<List<DirectoryLine>> apply(String yaml, String by, Instant now) {
    return apply(new FileChange.Whole(yaml), by, now);
  }

  /**
   * Changes the file; dated and signed. Fails with {@link DirectoryRefused}, which says what is
   * wrong at which place, or what others changed under it meanwhile; then nothing is changed.
   */
  Future<List<DirectoryLine>> apply(FileChange change, String by, Instant now);

  /** The file in use, as it is now. */
  Future<AppliedFile> applied();

  /** The file as it was in use in an earlier version of the directory; empty when not known. */
  Future<Optional<String>> applied(long version);

  /** What of this feed of people cannot be; empty when all of it can. */
  Future<List<FedMistake>> mistakes(List<Fed> people);

  /** What this feed would change, a line each. Fails as {@link #feed(List, String, Instant)}. */
  Future<List<DirectoryLine>> fedDifference(List<Fed> people);

  /** Takes in what a feed says of people; the lines that changed. Fails when it cannot be. */
  Future<List<DirectoryLine>> feed(List<Fed> people, String by, Instant now);

  /**
   * The same of what a form says of one of them. Fails as {@link #feed(FedForm, String, Instant)}.
   */
  Future<List<DirectoryLine>> fedDifference(FedForm form);

  /**
   * Takes in what a form says of one of them, but only over what was seen. Fails with {@link
   * DirectoryRefused}, which says what others changed meanwhile.
   */
  Future<List<DirectoryLine>> feed(FedForm form, String by, Instant now);

  /** What was changed, when and by whom, without the file; newest first. */
  Future<List<DirectoryChange>> changes(int limit);

  /**
   * The same of a period, without the files that were applied.
   *
   * @param by official id; null: by anybody
   * @param until the first moment that does not count
   */
  Future<List<DirectoryChange>> changes(String by, Instant from, Instant until, int limit);

  /**
   * The directory of this store; at the first start it is the file. Later the file is only compared
   * and one line logged when it differs. Fails with {@link DirectoryRefused} when there is no
   * directory to start with.
   */
  static Future<Directories> in(Vertx vertx, Store store, Clock clock, DirectorySettings settings) {
    return MongoDirectories.open(vertx, store, clock, settings);
  }
}
