package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoCases implements Cases {
  private static final List<Index> INDEXES =
      List.of(
          Index.on("wakeAt"),
          Index.on("dueAt"),
          Index.on("offer.to"),
          Index.on("concerns", "dueAt"),
          Index.on("concerns", "openedAt", "_id"),
          Index.on("concerns", "callAt", "_id"),
          Index.on("concerns", "official"),
          Index.on("topic", "state", "openedAt", "_id"),
          Index.on("team", "state", "openedAt", "_id"),
          Index.on("team", "dueAt"),
          Index.on("team", "wakeAt"),
          Index.on("team", "route.certainty"),
          Index.on("official", "route.certainty"),
          Index.on("team", "steady.waits"),
          Index.on("correctedAt"),
          Index.on("official", "state", "openedAt", "_id"),
          Index.on("official", "openedAt", "_id"),
          Index.on("care.inward.concerns", "care.inward.dueAt"),
          Index.on("takers", "openedAt", "_id"),
          Index.on("numbers", "dueAt"),
          Index.on("care.principled.used", "openedAt", "_id"),
          Index.on("care.principled.owing"),
          Index.on("care.plans.writers"),
          Index.on("care.mentions.waiting"),
          Index.on("care.tally.quarters", "citizen", "_id"),
          Index.on("citizen", "openedAt", "_id"),
          Index.on("participants.address.value", "openedAt", "_id"),
          Index.on("state", "openedAt", "_id"),
          Index.on("openedAt", "_id"));
  private static final Bson NEWEST_FIRST = descending("openedAt", "_id");
  private static final Bson SOONEST_CALL_FIRST = ascending("callAt", "_id");
  private final Store store;
  private final Table<Case> cases;
  private final Table<Case> journaled;
  private final Table<Page> pages;
  private final SetAsides setAsides;

  /** Older events of a case. */
  public record Page(String id, List<CaseEvent> events) {}

  MongoCases(Store store) {
    this.store = store;
    cases = store.table("cases", Case.class);
    journaled = store.journaled("cases", Case.class);
    pages = store.table("case-events", Page.class);
    setAsides = SetAsides.in(store);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("cases", INDEXES).compose(there -> new MongoCallAt(cases).everywhere());
  }

  @Override
  public Future<Boolean> insert(Case opened) {
    return cases.insert(opened);
  }

  @Override
  public Future<Optional<Case>> find(String number) {
    return cases.find(number);
  }

  @Override
  public Future<List<Case>> findAll(List<String> numbers) {
    return cases.findAll(numbers);
  }

  @Override
  public Future<Boolean> replace(Case after, long expectedVersion) {
    return journaled.replaceTogether(after, expectedVersion);
  }

  @Override
  public Future<Boolean> receive(Case after, long expectedVersion) {
    return cases.replaceTogether(after, expectedVersion);
  }

  /** A write that changes nothing waits for those before it all the same. */
  @Override
  public Future<Void> onDisk(String number) {
    return journaled.set(number, unset("nothing"));
  }

  @Override
  public Future<Void> settle(String number, long version, Instant wakeAt) {
    Bson wake = wakeAt == null ? unset("wakeAt") : set("wakeAt", wakeAt);
    Bson told = combine(set("pending", List.of()), wake);
    return cases.set(number, eq("version", version), told);
  }

  @Override
  public Future<Void> keep(String number, int n, List<CaseEvent> events) {
    return pages.insert(new Page(number + "/" + n, events)).mapEmpty();
  }

  @Override
  public Future<List<CaseEvent>> page(String number, int n) {
    return pages.find(number + "/" + n).map(found -> found.map(Page::events).orElse(List.of()));
  }

  @Override
  public Future<List<Case>> due(Instant now, int limit) {
    return cases
        .each(lte("wakeAt", now), ascending("wakeAt"), limit)
        .compose(found -> setAsides.readable(found, (id, why) -> setAside(id, now, why)));
  }

  @Override
  public Future<Void> setAside(String number, Instant now, Throwable why) {
    return setAsides
        .failed(SetAside.Queue.CASE, number, now, why)
        .compose(until -> cases.set(number, lte("wakeAt", now), set("wakeAt", until)));
  }

  @Override
  public Future<Void> tryNow(String number, Instant until, Instant now) {
    return cases.set(number, eq("wakeAt", until), set("wakeAt", now));
  }

  @Override
  public Future<List<Case>> promised(String official, int limit) {
    Bson something = and(eq("concerns", official), gt("dueAt", Instant.EPOCH));
    return cases.find(something, ascending("dueAt"), limit);
  }

  @Override
  public Future<List<Case>> idle(String official, int limit) {
    return cases.find(and(eq("concerns", official), eq("dueAt", null)), null, limit);
  }

  /** What concerns them and is another's: before them in the index, and after. */
  @Override
  public Future<List<Case>> actedBy(String official, int limit) {
    Bson sort = ascending("official");
    Bson before = and(eq("concerns", official), lt("official", official));
    Bson after = and(eq("concerns", official), gt("official", official));
    return cases
        .find(before, after, sort, limit, "events")
        .map(all -> all.stream().filter(one -> one.acts(official)).toList());
  }

  @Override
  public Future<List<Case>> asked(String official, int limit) {
    Bson theirs = eq("care.inward.concerns", official);
    Bson due = gt("care.inward.dueAt", Instant.EPOCH);
    return cases.find(and(theirs, due), ascending("care.inward.dueAt"), limit);
  }

  @Override
  public Future<List<Case>> offeredTo(String official, int limit) {
    return cases.find(eq("offer.to", official), null, limit);
  }

  @Override
  public Future<Long> countOpen(String official, int atMost) {
    return cases.count(eq("concerns", official), atMost);
  }

  @Override
  public Future<Long> countPressing(String official, Instant until, int atMost) {
    Bson due = and(eq("concerns", official), gt("dueAt", Instant.EPOCH), lte("dueAt", until));
    return cases.count(due, atMost);
  }

  @Override
  public Future<Long> countDue(Instant after, Instant until, int atMost) {
    return cases.count(and(gt("dueAt", after), lte("dueAt", until)), atMost);
  }

  @Override
  public Future<Long> countOpenOf(String official, int atMost) {
    return cases.count(openWith(official), atMost);
  }

  @Override
  public Future<List<Case>> openOf(String official, int limit) {
    return cases.find(openWith(official), ascending("openedAt"), limit, "events");
  }

  @Override
  public Future<List<Case>> openAbout(String topic, int limit) {
    return openUnder("topic", topic, limit);
  }

  @Override
  public Future<List<Case>> closedAbout(String topic, int limit) {
    Bson closed = and(eq("topic", topic), eq("state", Case.State.CLOSED.name()));
    return cases.find(closed, NEWEST_FIRST, limit, "events");
  }

  @Override
  public Future<List<Case>> openInTeam(String team, int limit) {
    return openUnder("team", team, limit);
  }

  private Future<List<Case>> openUnder(String field, String id, int limit) {
    Bson open = and(eq(field, id), eq("state", Case.State.OPEN.name()));
    return cases.find(open, ascending("openedAt"), limit, "events");
  }

  private static Bson openWith(String official) {
    return and(eq("official", official), eq("state", Case.State.OPEN.name()));
  }

  @Override
  public Future<List<Case>> ofTeam(String team, int limit) {
    Bson something = and(eq("team", team), gt("dueAt", Instant.EPOCH));
    return cases.find(something, ascending("dueAt"), limit);
  }

  @Override
  public Future<List<Case>> waking(String team, Instant before, int limit) {
    Bson soon = and(eq("team", team), lt("wakeAt", before));
    return cases.find(soon, ascending("wakeAt"), limit);
  }

  @Override
  public Future<List<Case>> uncertain(String team, int limit) {
    return cases.find(and(eq("team", team), eq("route.certainty", "UNCERTAIN")), null, limit);
  }

  @Override
  public Future<List<Case>> uncertainOf(String official, int limit) {
    Bson theirs = and(eq("official", official), eq("route.certainty", "UNCERTAIN"));
    return cases.find(theirs, null, limit);
  }

  @Override
  public Future<List<Case>> corrected(int limit) {
    return cases.find(gt("correctedAt", Instant.EPOCH), descending("correctedAt"), limit);
  }

  @Override
  public Future<List<Case>> unsteady(String team, int limit) {
    return cases.find(and(eq("team", team), eq("steady.waits", true)), null, limit);
  }

  @Override
  public Future<List<Case>> taken(String official, int limit) {
    return cases.find(eq("takers", official), NEWEST_FIRST, limit);
  }

  @Override
  public Future<List<Case>> calling(String number, int limit) {
    Bson something = and(eq("numbers", number), gt("dueAt", Instant.EPOCH));
    return cases.find(something, ascending("dueAt"), limit);
  }

  @Override
  public Future<List<Case>> toCall(String official, Cursor after, int limit) {
    Bson theirs = eq("concerns", official);
    Instant from = after == null ? Instant.EPOCH : after.at();
    Bson later = and(theirs, gt("callAt", from));
    if (after == null) {
      return cases.find(later, SOONEST_CALL_FIRST, limit);
    }
    Bson same = and(theirs, eq("callAt", from), gt("_id", after.number()));
    return cases.find(same, later, SOONEST_CALL_FIRST, limit);
  }

  @Override
  public Future<List<Case>> invoked(String principle, int limit) {
    return cases.find(eq("care.principled.used", principle), NEWEST_FIRST, limit, "events");
  }

  @Override
  public Future<List<Case>> owing(String official, int limit) {
    return cases.find(eq("care.principled.owing", official), null, limit);
  }

  @Override
  public Future<List<Case>> unsentOf(String official, int limit) {
    return cases.find(eq("care.plans.writers", official), null, limit, "events");
  }

  @Override
  public Future<List<Case>> mentioning(String official, int limit) {
    return cases.find(eq("care.mentions.waiting", official), null, limit, "events");
  }

  @Override
  public Future<List<Case>> ofAddress(Address address, int limit) {
    return cases
        .find(eq("participants.address.value", address.value()), NEWEST_FIRST, limit)
        .map(found -> found.stream().filter(one -> one.participant(address).isPresent()).toList());
  }

  @Override
  public Future<List<Case>> ofCitizen(String citizen, int limit) {
    return cases.find(eq("citizen", citizen), NEWEST_FIRST, limit);
  }

  @Override
  public Future<List<Case>> list(Filter filter, Cursor after, int limit) {
    return newest(wanted(filter), after, limit);
  }

  @Override
  public Future<List<Case>> concerning(String official, Cursor after, int limit) {
    return newest(eq("concerns", official), after, limit);
  }

  @Override
  public Future<List<Case>> tallied(String quarter, ByCitizen after, int limit) {
    Bson within = eq("care.tally.quarters", quarter);
    Bson byCitizen = ascending("citizen", "_id");
    if (after == null) {
      return cases.find(and(within, gt("citizen", "")), byCitizen, limit, "events");
    }
    Bson same = and(within, eq("citizen", after.citizen()), gt("_id", after.number()));
    Bson others = and(within, gt("citizen", after.citizen()));
    return cases.find(same, others, byCitizen, limit, "events");
  }

  @Override
  public Future<Void> tally(Case asRead, Tally counted) {
    return cases.set(asRead.id(), eq("version", asRead.version()), set("care.tally", counted));
  }

  private Future<List<Case>> newest(Bson wanted, Cursor after, int limit) {
    if (after == null) {
      return cases.find(wanted, NEWEST_FIRST, limit);
    }
    Bson same = and(wanted, eq("openedAt", after.at()), lt("_id", after.number()));
    Bson older = and(wanted, lt("openedAt", after.at()));
    return cases.find(same, older, NEWEST_FIRST, limit);
  }

  private static Bson wanted(Filter filter) {
    List<Bson> all = new ArrayList<>();
    if (filter.citizen() != null) {
      all.add(eq("citizen", filter.citizen()));
    }
    if (filter.official() != null) {
      all.add(eq("official", filter.official()));
    }
    if (filter.state() != null) {
      all.add(eq("state", filter.state().name()));
    }
    return all.isEmpty() ? empty() : and(all);
  }
}
