package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, where no other dated and signed record says so. An act that lets somebody in, or
 * lets somebody read, is on record before it takes effect: it may be on record and have come to
 * nothing, never the other way round. What shuts somebody out is done in any case.
 */
public final class Trail {
  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

  private final Entries entries;
  private final List<Source> sources;
  private final Map<Kept, Writer> writers = new EnumMap<>(Kept.class);

  /**
   * @param others where acts are on record besides the trail's own entries
   */
  public Trail(Vertx vertx, Entries entries, Seal sealing, List<Source> others) {
    this.entries = entries;
    for (Kept kept : Kept.values()) {
      writers.put(kept, new Writer(vertx, entries, kept, sealing));
    }
    sources = Stream.concat(Stream.of(Subject.values()).map(this::own), others.stream()).toList();
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return entries.prepare();
  }

  /**
   * On record, and durably, when it completes; when it fails, the act is not to be done. The same
   * deed again is on record once; another one under its id stands beside it.
   */
  public Future<Void> record(Deed deed) {
    return writers.get(deed.kind().kept()).add(deed).mapEmpty();
  }

  /** For what is to be done in any case. False when it is not on record, which the log says. */
  public Future<Boolean> note(Deed deed) {
    return record(deed)
        .map(true)
        .otherwise(
            e -> {
              LOG.error("{} of {} is not on the trail: {}", deed.kind(), deed.id(), e.toString());
              return false;
            });
  }

  public Future<Boolean> note(Optional<Deed> deed) {
    return deed.map(this::note).orElseGet(() -> Future.succeededFuture(true));
  }

  /** When all that was given before is on record, or failed to be. */
  public Future<Void> settled() {
    return Future.join(writers.values().stream().map(Writer::settled).toList()).mapEmpty();
  }

  /** Newest first. */
  public Future<List<Trace>> find(Query query, int limit) {
    List<Future<List<Trace>>> asked =
        sources.stream()
            .filter(one -> query.has(one.subject()))
            .map(one -> one.find(query, limit))
            .toList();
    return Future.all(asked)
        .map(
            done -> {
              List<Trace> all = new ArrayList<>();
              asked.forEach(one -> all.addAll(one.result()));
              all.sort(Comparator.comparing(Trace::key).reversed());
              return all.size() > limit ? List.copyOf(all.subList(0, limit)) : all;
            });
  }

  private Source own(Subject subject) {
    return new Source() {
      @Override
      public Subject subject() {
        return subject;
      }

      @Override
      public Future<List<Trace>> find(Query query, int limit) {
        return entries
            .find(subject, query.by(subject), query.first(), query.end(), limit)
            .map(found -> found.stream().<Trace>map(Trace.Own::new).toList());
      }
    };
  }

  /** A part of a deed's id for what is counted once an hour. */
  public static String hour(Instant at) {
    return Long.toString(at.getEpochSecond() / 3600);
  }
}
