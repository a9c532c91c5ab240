package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.Store;

/** What is to be told, was told, or could not be. */
public interface Outbox {
  /**
   * @param missing channels that nothing can be sent by, and why: their entries wait with that as
   *     detail and are never due
   */
  static Outbox in(Store store, Map<Channel, Reason> missing) {
    return new MongoOutbox(store, missing);
  }

  static Outbox in(Store store) {
    return in(store, Map.of());
  }

  /** Creates its indexes; before anything else. */
  Future<Void> prepare();

  /** Adds entries under their ids; one that is there stays as it is. One round trip for all. */
  Future<Void> add(List<Outgoing> entries);

  Future<Optional<Outgoing>> find(String id);

  /** The one that went, by {@link Outgoing#returns()}. */
  Future<Optional<Outgoing>> returned(String returns);

  /** In the order asked; one that is missing is left out. */
  Future<List<Outgoing>> findAll(List<String> ids);

  /**
   * What is to be looked into now ({@link Outgoing#nextTry()}), oldest first, of the channels that
   * can be sent by. One that cannot be read is set aside.
   */
  Future<List<Outgoing>> due(Instant now, int limit);

  /** One that could not be looked into now is left for a while, longer each time. */
  Future<Void> setAside(String id, Instant now, Throwable why);

  /** One that was set aside until a moment, and waits still, has its turn now. */
  Future<Void> tryNow(String id, Instant until, Instant now);

  /**
   * What officials are to be told now, with what else they are to hear; nothing when no email can
   * be sent, so that it does not pile up.
   */
  Future<List<Outgoing>> toGather(Instant now, int limit);

  /**
   * These were told in a message of this id; one that was told otherwise stays as it is.
   *
   * @param message null: they were not told any more, see {@link Reason#OVER}
   */
  Future<Void> gathered(List<String> entries, String message, Instant at);

  /** What waits to go to an address by a channel, whatever its moment, is looked into now. */
  Future<Void> inTurn(Channel channel, String to, Instant now);

  /** What is still to be looked into for a case, now or later, oldest first; at most 100. */
  Future<List<Outgoing>> unfinished(String caseNumber);

  /**
   * Journaled, before contact: SENDING, one attempt more. Gives the claimed entry; empty when
   * somebody else claimed it or it changed since it was read.
   *
   * @param written as in {@link Outgoing#written()}; null for email
   */
  Future<Optional<Outgoing>> claim(Outgoing entry, String node, Instant leaseUntil, String written);

  /**
   * What an earlier life of this process had on its way is looked into at once, not when its lease
   * ends. Only where no other process sends. Completes with how many that were.
   */
  Future<Integer> takeUp(Instant now);

  /** Looks into an entry later than it said; nothing when it changed meanwhile. */
  Future<Void> postpone(Outgoing entry, Instant until);

  /**
   * Records an outcome. With a node: only while that claim (node and attempt) stands. With null: a
   * provider's status, journaled, only when it says more than what is known: a delivery is final, a
   * refusal ends what was sent or is on its way, SENT ends waiting and doubt. False when it changed
   * nothing.
   */
  Future<Boolean> record(Outgoing outcome, String node);

  /**
   * Sends an entry that failed, or of which nobody knows, once more: with as many tries as at
   * first, under the same Message-ID. False when it is not there to be sent again.
   *
   * @param by official id
   */
  Future<Boolean> resend(Outgoing entry, String by, Instant now);

  /** A provider's status came before our record of a second try: people are told of both. */
  Future<Void> twice(Outgoing entry, Instant now);

  /** People were told about this outcome: nothing more is to be done, unless it changed since. */
  Future<Void> told(Outgoing outcome);

  /**
   * Newest first.
   *
   * @param state null: whatever its state
   * @param after the cursor: an entry id; null for the first page
   */
  Future<List<Outgoing>> list(Outgoing.State state, String after, int limit);

  /**
   * What is still to go by a channel.
   *
   * @param many counted up to {@code atMost}
   * @param since when the first of it was to go; null when there is none
   */
  record Waiting(long many, Instant since) {}

  Future<Waiting> waiting(Channel channel, int atMost);

  /** How many there are in a state, counted up to {@code atMost}. */
  Future<Long> count(Outgoing.State state, int atMost);
}
