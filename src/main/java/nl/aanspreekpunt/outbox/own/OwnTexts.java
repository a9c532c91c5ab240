package nl.aanspreekpunt.outbox.own;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.store.Store;

/** The municipality's own words in the database, and this node's copy of them. */
public interface OwnTexts {
  /**
   * The texts of this store.
   *
   * @param letters what the program says
   */
  static Future<OwnTexts> in(Vertx vertx, Store store, Letters letters) {
    return MongoOwnTexts.open(vertx, store, letters);
  }

  /** This node's copy, at most a second old. Never null after start. */
  InUse current();

  /** Reads the database when its version changed. */
  Future<InUse> refresh();

  TextCheck check();

  /** What became of a wish. */
  enum Became {
    /** It is said so, by this node now and by the others within a second. */
    KEPT,
    /** Somebody else changed it since it was seen: theirs stands. */
    MOVED,
    /** There is no room for more words of our own. */
    FULL
  }

  /**
   * A text is said so from now on; the same once more changes nothing. It must have been found
   * right by {@link #check()}.
   *
   * @param version of the text that they saw: {@link OwnText#version()}
   * @param dutch null: as the program says it
   * @param english null: as the program says it
   * @param by official id
   */
  Future<Became> keep(
      String key, long version, String dutch, String english, String by, Instant at);

  /** How it was, latest first; the first is how it is. Empty when it was never changed. */
  Future<List<TextChange>> history(String key, int limit);

  /**
   * What was changed in a period, latest first.
   *
   * @param by official id; null: by anybody
   * @param from the first moment that counts
   * @param until the first that does not
   */
  Future<List<TextChange>> changes(String by, Instant from, Instant until, int limit);
}
