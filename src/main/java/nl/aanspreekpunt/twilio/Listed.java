package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A list that Twilio keeps, of which nothing may be missed: messages, calls. */
public interface Listed {
  /** As it is remembered how far was looked, such as {@code messages}; never another. */
  String name();

  /** Its resource, such as {@code Messages}. */
  String resource();

  /** The field of an answer that the list stands in, such as {@code messages}. */
  String field();

  /** The filter by moment, such as {@code DateSent}. */
  String moment();

  /** The numbers that are asked for one by one, as Twilio writes them; empty: all at once. */
  List<String> to();

  /** When it came; null: not yet, and it is looked at another time. */
  Instant at(JsonObject one);

  /**
   * Takes in those that are missing, once.
   *
   * @param all in the order in which they came
   * @return how many were missing
   */
  Future<Integer> take(TwilioAccount account, List<JsonObject> all);
}
