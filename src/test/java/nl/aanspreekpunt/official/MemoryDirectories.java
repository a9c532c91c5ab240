package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.history.Turns;

/** The demo municipality's directory in memory, and one node's copy of it. */
public final class MemoryDirectories implements Directories {
  private final State state;
  private final Turns.Side side;
  private final Clock clock;
  private DirectoryCopy copy;

  /** What all nodes share. */
  public static final class State {
    private static final State SHARED = new State(sharedDuty());
    private final Definition definition;
    private StoredDirectory stored;
    private DirectoryCopy copy;

    /** Of the demo municipality, in which two share the intake duty of each day but Friday. */
    public State() {
      definition = SHARED.definition;
      stored = SHARED.stored;
      copy = SHARED.copy();
    }

    private static String sharedDuty() {
      String yaml = Voorbeeldstad.yaml();
      String shared = yaml.replace("bakker, days: \"wed-fri\"", "bakker, days: \"mon-fri\"");
      if (shared.equals(yaml)) {
        throw new AssertionError("the demo municipality's rota is another");
      }
      return shared;
    }

    /** Of another municipality. */
    public State(String yaml) {
      this(yaml, Voorbeeldstad.definition(yaml));
    }

    private State(String yaml, Definition definition) {
      this.definition = definition;
      this.stored = StoredDirectory.first(yaml, Instant.EPOCH);
    }

    public Directory directory() {
      return copy().snapshot();
    }

    /** Made once for each version: it only is read. */
    private DirectoryCopy copy() {
      if (copy == null || copy.stored().version() != stored.version()) {
        copy = DirectoryCopy.of(stored, definition, Voorbeeldstad.SETTINGS);
      }
      return copy;
    }
  }

  public MemoryDirectories(State state, Turns.Side side, Clock clock) {
    this.state = state;
    this.side = side;
    this.clock = clock;
    copy = state.copy();
  }

  @Override
  public Directory current() {
    return copy.snapshot();
  }

  @Override
  public Future<Directory> refresh() {
    return side.read(
        () -> {
          if (copy.stored().version() < state.stored.version()) {
            copy = state.copy();
          }
          return current();
        });
  }

  @Override
  public Future<Directory> absent(Absence absence, Asked asked) {
    return change(before -> before.once(asked, one -> one.absent(absence, clock.instant())));
  }

  @Override
  public Future<Directory> returned(String official, Instant now, String by, Asked asked) {
    return change(before -> before.once(asked, one -> one.returned(official, now, by)));
  }

  @Override
  public Future<Directory> works(WorkDays days, Asked asked) {
    return change(before -> before.once(asked, days::over));
  }

  @Override
  public Future<Directory> shows(Profile profile) {
    return change(profile::over);
  }

  @Override
  public Future<Directory> departed(Departure departure) {
    return change(before -> before.departed(departure, clock.instant()));
  }

  @Override
  public Future<Directory> stays(String official, Instant now, String by) {
    return change(before -> before.stays(official, now, by));
  }

  @Override
  public Future<Directory> pin(Pin pin, Asked asked) {
    return change(before -> before.once(asked, one -> Pins.pinned(one, pin, clock.instant())));
  }

  @Override
  public Future<Directory> unpin(String id, String by, String reason) {
    return change(before -> Pins.revoked(before, id, by, reason, clock.instant()));
  }

  private Future<Directory> change(DirectoryCopy.Change change) {
    return side.write(() -> changed(change))
        .compose(
            refused ->
                refused == null ? Future.succeededFuture(current()) : Future.failedFuture(refused));
  }

  /** Null, or why it was refused. */
  private DirectoryRefused changed(DirectoryCopy.Change change) {
    copy = state.copy();
    try {
      state.stored = change.of(copy).orElse(state.stored);
      copy = state.copy();
      return null;
    } catch (DirectoryRefused e) {
      return e;
    }
  }

  @Override
  public Future<Would> would(FileChange change) {
    throw new UnsupportedOperationException("the file stays as it is");
  }

  @Override
  public Future<List<DirectoryLine>> apply(FileChange change, String by, Instant now) {
    throw new UnsupportedOperationException("the file stays as it is");
  }

  @Override
  public Future<AppliedFile> applied() {
    throw new UnsupportedOperationException("forms are for people");
  }

  @Override
  public Future<Optional<String>> applied(long version) {
    throw new UnsupportedOperationException("forms are for people");
  }

  @Override
  public Future<List<FedMistake>> mistakes(List<Fed> people) {
    throw new UnsupportedOperationException("no feed here");
  }

  @Override
  public Future<List<DirectoryLine>> fedDifference(List<Fed> people) {
    throw new UnsupportedOperationException("no feed here");
  }

  @Override
  public Future<List<DirectoryLine>> feed(List<Fed> people, String by, Instant now) {
    throw new UnsupportedOperationException("no feed here");
  }

  @Override
  public Future<List<DirectoryLine>> fedDifference(FedForm form) {
    throw new UnsupportedOperationException("forms are for people");
  }

  @Override
  public Future<List<DirectoryLine>> feed(FedForm form, String by, Instant now) {
    throw new UnsupportedOperationException("forms are for people");
  }

  @Override
  public Future<List<DirectoryChange>> changes(int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<List<DirectoryChange>> changes(String by, Instant from, Instant until, int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }
}
