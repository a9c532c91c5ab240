package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * One collection of records. {@code T} has a component {@code String id}, stored as {@code _id};
 * nulls are not stored; a stored field that the record does not have is ignored. Futures complete
 * on the caller's context; they fail with {@link StoreAway} when it may go better later.
 */
public interface Table<T extends Record> {
  Future<Optional<T>> find(String id);

  /**
   * One that cannot be read is left out, and said in the log: it keeps nobody from the others.
   *
   * @param sort null: in no order
   * @param limit above zero
   * @param without stored fields that are left out, so that they come back null
   */
  Future<List<T>> find(Bson filter, Bson sort, int limit, String... without);

  /**
   * Those of one range in their order, then those of another, {@code limit} at most: two plain
   * ranges, for what comes after a cursor, where one {@code $or} would find no index.
   */
  default Future<List<T>> find(Bson first, Bson then, Bson sort, int limit, String... without) {
    return find(first, sort, limit, without)
        .compose(
            some ->
                some.size() == limit
                    ? Future.succeededFuture(some)
                    : find(then, sort, limit - some.size(), without)
                        .map(more -> Stream.concat(some.stream(), more.stream()).toList()));
  }

  /** The same, for work that is due: with those that cannot be read, to be set aside. */
  Future<Found<T>> each(Bson filter, Bson sort, int limit, String... without);

  /** In the order asked; one that is missing, or that cannot be read, is left out. */
  Future<List<T>> findAll(List<String> ids, String... without);

  /** False when the id exists. Leaves together with others in one unordered bulk. */
  Future<Boolean> insert(T record);

  /** Replaces the record when its stored {@code version} is the expected one; false otherwise. */
  Future<Boolean> replace(T record, long expectedVersion);

  /**
   * The same, leaving together with others in one unordered bulk. Only for a table from which
   * nothing is deleted: what is not there would be inserted.
   */
  Future<Boolean> replaceTogether(T record, long expectedVersion);

  /**
   * Updates by {@code _id} and condition (null: none); the record after, empty when none matched.
   */
  Future<Optional<T>> change(String id, Bson condition, Bson update);

  /** Updates by {@code _id}, inserting when missing; the record after. */
  Future<T> upsert(String id, Bson update);

  /** Updates by {@code _id}. Leaves together with others in one unordered bulk. */
  Future<Void> set(String id, Bson update);

  /** The same where the condition holds, also what cannot be read; whether it did is not said. */
  Future<Void> set(String id, Bson condition, Bson update);

  /** False when it was not there. */
  Future<Boolean> delete(String id);

  /**
   * Deletes what is over, a part at a time and as long as there is more, so that a flood of it does
   * not stay.
   *
   * @param over an indexed condition
   */
  default Future<Void> tidy(Bson over, Function<T, String> id) {
    return tidy(over, id, 200);
  }

  private Future<Void> tidy(Bson over, Function<T, String> id, int rounds) {
    int atOnce = 500;
    return find(over, null, atOnce)
        .compose(
            all ->
                Future.join(all.stream().map(one -> delete(id.apply(one))).toList())
                    .compose(
                        done ->
                            all.size() < atOnce || rounds <= 1
                                ? Future.succeededFuture()
                                : tidy(over, id, rounds - 1)));
  }

  /** Counts what matches, stopping at {@code atMost}. */
  Future<Long> count(Bson filter, int atMost);
}
