package nl.aanspreekpunt.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static nl.aanspreekpunt.outbox.Outgoing.State.DEAD;
import static nl.aanspreekpunt.outbox.Outgoing.State.DELIVERED;
import static nl.aanspreekpunt.outbox.Outgoing.State.READ;
import static nl.aanspreekpunt.outbox.Outgoing.State.REFUSED;
import static nl.aanspreekpunt.outbox.Outgoing.State.SENDING;
import static nl.aanspreekpunt.outbox.Outgoing.State.SENT;
import static nl.aanspreekpunt.outbox.Outgoing.State.UNKNOWN;
import static nl.aanspreekpunt.outbox.Outgoing.State.WAITING;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoOutbox implements Outbox {
  private static final Bson NEWEST_FIRST = descending("createdAt", "_id");

  /** What waited for one moment goes in the order in which it was made. */
  private static final Comparator<Outgoing> IN_TURN =
      Comparator.comparing(Outgoing::nextTry).thenComparing(Outgoing::createdAt);

  private static final String NAME = "outbox";

  /** Written with the claim: what never left cannot come back. */
  private static final String RETURNS = "returns";

  private static final int MOST_OF_A_CASE = 100;
  private static final int MOST_ON_THEIR_WAY = 1_000;
  private static final List<Channel> SENT_BY =
      List.of(Channel.EMAIL, Channel.SMS, Channel.WHATSAPP);
  private static final List<Index> INDEXES =
      List.of(
          Index.on("notice.channel", "nextTry"),
          Index.on("notice.caseNumber", "nextTry"),
          Index.on(RETURNS),
          Index.on("state", "createdAt", "_id"),
          Index.on("createdAt", "_id"));

  private final Store store;
  private final Table<Outgoing> entries;
  private final Table<Outgoing> journaled;
  private final Map<Channel, Reason> missing;
  private final SetAsides setAsides;

  MongoOutbox(Store store, Map<Channel, Reason> missing) {
    this.store = store;
    this.entries = store.table(NAME, Outgoing.class);
    this.journaled = store.journaled(NAME, Outgoing.class);
    this.missing = Map.copyOf(missing);
    this.setAsides = SetAsides.in(store);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, INDEXES);
  }

  @Override
  public Future<Void> add(List<Outgoing> added) {
    return Future.all(added.stream().map(entries::insert).toList()).mapEmpty();
  }

  @Override
  public Future<Optional<Outgoing>> find(String id) {
    return entries.find(id).map(found -> found.map(this::explained));
  }

  @Override
  public Future<Optional<Outgoing>> returned(String returns) {
    return entries
        .find(eq(RETURNS, returns), null, 1)
        .map(found -> found.stream().findFirst().map(this::explained));
  }

  @Override
  public Future<List<Outgoing>> findAll(List<String> ids) {
    return entries.findAll(ids).map(this::explained);
  }

  @Override
  public Future<List<Outgoing>> due(Instant now, int limit) {
    List<Future<List<Outgoing>>> byChannel =
        SENT_BY.stream()
            .filter(channel -> !missing.containsKey(channel))
            .map(channel -> due(channel, now, limit))
            .toList();
    return Future.all(byChannel)
        .map(
            all ->
                byChannel.stream()
                    .flatMap(found -> found.result().stream())
                    .sorted(IN_TURN)
                    .limit(limit)
                    .toList());
  }

  private Future<List<Outgoing>> due(Channel channel, Instant now, int limit) {
    Bson due = and(eq("notice.channel", channel.name()), lte("nextTry", now));
    return entries
        .each(due, ascending("nextTry"), limit)
        .compose(found -> setAsides.readable(found, (id, why) -> setAside(id, now, why)));
  }

  @Override
  public Future<List<Outgoing>> toGather(Instant now, int limit) {
    return missing.containsKey(Channel.EMAIL)
        ? Future.succeededFuture(List.of())
        : due(Channel.DIGEST, now, limit);
  }

  @Override
  public Future<Void> gathered(List<String> ids, String message, Instant at) {
    Bson told =
        combine(
            set("state", Outgoing.State.GATHERED.name()),
            orUnset("reference", message),
            orUnset("detail", message == null ? Reason.OVER.code() : null),
            set("sentAt", at),
            unset("nextTry"));
    return Future.all(
            ids.stream().map(id -> entries.set(id, eq("state", WAITING.name()), told)).toList())
        .mapEmpty();
  }

  @Override
  public Future<Void> setAside(String id, Instant now, Throwable why) {
    return setAsides
        .failed(SetAside.Queue.OUTGOING, id, now, why)
        .compose(until -> entries.set(id, lte("nextTry", now), set("nextTry", until)));
  }

  @Override
  public Future<Void> tryNow(String id, Instant until, Instant now) {
    return entries.set(id, eq("nextTry", until), set("nextTry", now));
  }

  @Override
  public Future<Void> inTurn(Channel channel, String to, Instant now) {
    Bson theirs =
        and(
            eq("notice.channel", channel.name()),
            gt("nextTry", now),
            eq("notice.to", to),
            eq("state", WAITING.name()));
    return entries
        .find(theirs, ascending("nextTry"), MOST_ON_THEIR_WAY)
        .compose(found -> Future.all(found.stream().map(entry -> postpone(entry, now)).toList()))
        .mapEmpty();
  }

  @Override
  public Future<List<Outgoing>> unfinished(String caseNumber) {
    Bson open = and(eq("notice.caseNumber", caseNumber), gt("nextTry", Instant.EPOCH));
    return entries.find(open, ascending("nextTry"), MOST_OF_A_CASE);
  }

  @Override
  public Future<Optional<Outgoing>> claim(
      Outgoing entry, String node, Instant leaseUntil, String written) {
    Bson asRead = and(asRead(entry), eq("attempts", entry.attempts()));
    Bson claim =
        combine(
            set("state", SENDING.name()),
            set("node", node),
            set("leaseUntil", leaseUntil),
            set("nextTry", leaseUntil),
            orUnset("written", written),
            set(RETURNS, entry.returns()),
            inc("attempts", 1),
            unset("detail"));
    return journaled.change(entry.id(), asRead, claim);
  }

  @Override
  public Future<Integer> takeUp(Instant now) {
    return entries
        .find(eq("state", SENDING.name()), null, MOST_ON_THEIR_WAY)
        .compose(
            left ->
                Future.all(left.stream().map(entry -> postpone(entry, now)).toList())
                    .map(left.size()));
  }

  @Override
  public Future<Void> postpone(Outgoing entry, Instant until) {
    return entries.change(entry.id(), asRead(entry), set("nextTry", until)).mapEmpty();
  }

  private static Bson asRead(Outgoing entry) {
    return and(eq("state", entry.state().name()), eq("nextTry", entry.nextTry()));
  }

  @Override
  public Future<Boolean> record(Outgoing outcome, String node) {
    Bson expected = node == null ? saysMore(outcome.state()) : claimedBy(outcome, node);
    Bson update =
        combine(
            set("state", outcome.state().name()),
            orUnset("nextTry", outcome.nextTry()),
            orUnset("reference", outcome.reference()),
            orUnset("detail", outcome.detail()),
            orUnset("sentAt", outcome.sentAt()),
            set("perhapsTwice", outcome.perhapsTwice()),
            orUnset("written", mayHaveArrived(outcome) ? outcome.written() : null),
            unset("node"),
            unset("leaseUntil"));
    Table<Outgoing> table = node == null ? journaled : entries;
    return table.change(outcome.id(), expected, update).map(Optional::isPresent);
  }

  /** Then the words it went with are what it is known again by. */
  private static boolean mayHaveArrived(Outgoing outcome) {
    boolean went = outcome.state().arrived();
    return !went && (outcome.perhapsTwice() || outcome.state() == UNKNOWN);
  }

  private static Bson claimedBy(Outgoing outcome, String node) {
    return and(eq("state", SENDING.name()), eq("node", node), eq("attempts", outcome.attempts()));
  }

  private static Bson saysMore(Outgoing.State state) {
    return switch (state) {
      case READ -> stateIn(WAITING, SENDING, SENT, UNKNOWN, REFUSED, DEAD, DELIVERED);
      case DELIVERED -> stateIn(WAITING, SENDING, SENT, UNKNOWN, REFUSED, DEAD);
      case REFUSED -> stateIn(WAITING, SENDING, SENT, UNKNOWN);
      case SENT -> stateIn(WAITING, SENDING, UNKNOWN);
      case WAITING, SENDING, UNKNOWN, DEAD, HELD, GATHERED, WITHHELD -> stateIn();
    };
  }

  private static Bson stateIn(Outgoing.State... states) {
    return in("state", Stream.of(states).map(Enum::name).toList());
  }

  @Override
  public Future<Boolean> resend(Outgoing entry, String by, Instant now) {
    if (!entry.resendable()) {
      return Future.succeededFuture(false);
    }
    Bson asRead = and(eq("state", entry.state().name()), eq("attempts", entry.attempts()));
    Bson update =
        combine(
            set("state", WAITING.name()),
            set("nextTry", now),
            set("attempts", 0),
            set("resentBy", by),
            set("perhapsTwice", entry.perhapsTwice() || entry.state() == UNKNOWN),
            unset("reference"),
            unset("detail"));
    return entries.change(entry.id(), asRead, update).map(Optional::isPresent);
  }

  @Override
  public Future<Void> twice(Outgoing entry, Instant now) {
    Bson update = combine(set("perhapsTwice", true), set("nextTry", now));
    return entries.change(entry.id(), stateIn(SENT, DELIVERED, READ), update).mapEmpty();
  }

  private static Bson orUnset(String field, Object value) {
    return value == null ? unset(field) : set(field, value);
  }

  @Override
  public Future<Void> told(Outgoing outcome) {
    Bson still = eq("state", outcome.state().name());
    return entries.change(outcome.id(), still, unset("nextTry")).mapEmpty();
  }

  @Override
  public Future<List<Outgoing>> list(Outgoing.State state, String after, int limit) {
    Bson wanted = state == null ? empty() : eq("state", state.name());
    if (after == null) {
      return page(wanted, limit);
    }
    return entries
        .find(after)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : listAfter(wanted, found.get(), limit));
  }

  /** First the rest of the same moment, then what is older. */
  private Future<List<Outgoing>> listAfter(Bson wanted, Outgoing last, int limit) {
    Bson sameMoment = and(wanted, eq("createdAt", last.createdAt()), lt("_id", last.id()));
    Bson older = and(wanted, lt("createdAt", last.createdAt()));
    return entries.find(sameMoment, older, NEWEST_FIRST, limit).map(this::explained);
  }

  private Future<List<Outgoing>> page(Bson filter, int limit) {
    return entries.find(filter, NEWEST_FIRST, limit).map(this::explained);
  }

  @Override
  public Future<Long> count(Outgoing.State state, int atMost) {
    return entries.count(eq("state", state.name()), atMost);
  }

  @Override
  public Future<Waiting> waiting(Channel channel, int atMost) {
    Bson open = and(eq("notice.channel", channel.name()), gt("nextTry", Instant.EPOCH));
    Future<Long> many = entries.count(open, atMost);
    Future<List<Outgoing>> first = entries.find(open, ascending("nextTry"), 1);
    return Future.all(many, first)
        .map(
            all ->
                new Waiting(
                    many.result(),
                    first.result().stream().map(Outgoing::createdAt).findFirst().orElse(null)));
  }

  private List<Outgoing> explained(List<Outgoing> found) {
    return found.stream().map(this::explained).toList();
  }

  /** Why it waits follows from how this node is configured, so it is said when read. */
  private Outgoing explained(Outgoing entry) {
    Channel channel = entry.notice().channel();
    Reason why = missing.get(channel == Channel.DIGEST ? Channel.EMAIL : channel);
    if (why == null || entry.state() != WAITING) {
      return entry;
    }
    return new Outgoing(
        entry.id(),
        entry.notice(),
        entry.state(),
        entry.createdAt(),
        entry.nextTry(),
        entry.attempts(),
        entry.node(),
        entry.leaseUntil(),
        entry.reference(),
        why.code(),
        entry.sentAt(),
        entry.perhapsTwice(),
        entry.resentBy(),
        entry.written());
  }
}
