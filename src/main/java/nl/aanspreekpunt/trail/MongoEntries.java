package nl.aanspreekpunt.trail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

/** Each filter has exactly the fields of one index: the embedded store finds by no other. */
final class MongoEntries implements Entries {
  private static final String ENTRIES = "trail";
  private static final String CHAINS = "trail-chains";
  private static final String KEY = "key";
  private static final String SEQ = "seq";

  private final Store store;
  private final Table<Entry> entries;
  private final Table<Chain> chains;

  /** Where a chain ends may be behind after a crash, so it waits for no journal. */
  private final Table<Chain> ends;

  MongoEntries(Store store) {
    this.store = store;
    entries = store.journaled(ENTRIES, Entry.class);
    chains = store.journaled(CHAINS, Chain.class);
    ends = store.table(CHAINS, Chain.class);
  }

  @Override
  public Future<Void> prepare() {
    return store
        .ensure(
            ENTRIES,
            List.of(
                Index.on("subject", KEY), Index.on("subject", "by", KEY), Index.on("chain", SEQ)))
        .compose(
            ready ->
                store.ensure(
                    CHAINS, List.of(Index.on("kept", "begunAt"), Index.on("kept", "day", "_id"))))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> add(Entry entry) {
    return entries.insert(entry);
  }

  @Override
  public Future<Optional<Entry>> find(String id) {
    return entries.find(id);
  }

  @Override
  public Future<List<Entry>> find(Subject subject, String by, String from, String to, int limit) {
    Bson about = eq("subject", subject.name());
    Bson such = by == null ? about : and(about, eq("by", by));
    return entries.find(and(such, gte(KEY, from), lt(KEY, to)), descending(KEY), limit);
  }

  @Override
  public Future<List<Entry>> onChain(String chain, long after, int limit) {
    return entries.find(and(eq("chain", chain), gt(SEQ, after)), ascending(SEQ), limit);
  }

  @Override
  public Future<Optional<Entry>> last(String chain) {
    return entries
        .find(and(eq("chain", chain), gt(SEQ, 0L)), descending(SEQ), 1)
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Future<Boolean> untold(String id) {
    return entries
        .change(id, null, combine(unset("detail"), unset("salt")))
        .map(Optional::isPresent);
  }

  @Override
  public Future<Boolean> remove(String id) {
    return entries.delete(id);
  }

  @Override
  public Future<Boolean> begin(Chain chain) {
    return chains.insert(chain);
  }

  @Override
  public Future<Void> moved(Chain chain) {
    return ends.change(
            chain.id(),
            lt(SEQ, chain.seq()),
            combine(set(SEQ, chain.seq()), set("at", chain.at()), set("seal", chain.seal())))
        .mapEmpty();
  }

  @Override
  public Future<Void> shortened(Chain chain) {
    return chains
        .change(
            chain.id(),
            lt("gone", chain.gone()),
            combine(
                set("gone", chain.gone()),
                set("goneAt", chain.goneAt()),
                set("goneLast", chain.goneLast()),
                set("goneSeal", chain.goneSeal())))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> removeChain(String id) {
    return chains.delete(id);
  }

  @Override
  public Future<List<Chain>> newest(Kept kept, Instant until, int limit) {
    return chains.find(
        and(eq("kept", kept.name()), lte("begunAt", until)), descending("begunAt"), limit);
  }

  @Override
  public Future<List<Chain>> begunBefore(Kept kept, Instant moment, int limit) {
    return chains.find(
        and(eq("kept", kept.name()), lt("begunAt", moment)), ascending("begunAt"), limit);
  }

  @Override
  public Future<List<Chain>> begun(
      Kept kept, String day, String afterId, String lastDay, int limit) {
    Bson such = eq("kept", kept.name());
    return chains.find(
        and(such, eq("day", day), gt("_id", afterId)),
        and(such, gt("day", day), lte("day", lastDay)),
        ascending("day", "_id"),
        limit);
  }

  @Override
  public Future<List<Chain>> chains(List<String> ids) {
    return chains.findAll(ids);
  }
}
