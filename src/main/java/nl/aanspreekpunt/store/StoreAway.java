package nl.aanspreekpunt.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;

/**
 * The database cannot be reached, chooses another primary, does not keep what it is told, or has no
 * time for more: try later. Whether a write took effect is not known.
 */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * "Error Codes" in MongoDB's manual: a host or a primary that cannot be reached behind a mongos
   * (6, 7, 89, 133, 134, 9001), a node that stops or steps down (91, 189, 10107, 11600, 11602,
   * 13435, 13436), time that ran out (50, 262), a majority that is not there (64, 100), a full disk
   * (14031).
   */
  private static final Set<Integer> CODES =
      Set.of(
          6, 7, 50, 64, 89, 91, 100, 133, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436,
          14031);

  public StoreAway(String why) {
    super(why);
  }

  private StoreAway(Throwable cause) {
    super("the database is away: " + cause.getMessage(), cause);
  }

  /** A failure as it came, or what it means. */
  static Throwable meant(Throwable failure) {
    return failure instanceof MongoException e && away(e) ? new StoreAway(e) : failure;
  }

  private static boolean away(MongoException e) {
    return e instanceof MongoClientException
        || e instanceof MongoSocketException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e instanceof MongoWriteConcernException
        || (e instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
        || CODES.contains(e.getCode());
  }
}
