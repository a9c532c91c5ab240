package nl.aanspreekpunt.casework.atwork;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoDraftReplies implements DraftReplies {
  private static final String DRAFTS = "drafts";
  private final Store store;
  private final Table<DraftReply> drafts;

  MongoDraftReplies(Store store) {
    this.store = store;
    drafts = store.journaled(DRAFTS, DraftReply.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(DRAFTS, List.of(Index.on("caseNumber")));
  }

  @Override
  public Future<Optional<DraftReply>> find(String id) {
    return drafts.find(id);
  }

  @Override
  public Future<Boolean> add(DraftReply first) {
    return drafts.insert(first);
  }

  @Override
  public Future<Boolean> replace(DraftReply after, long expectedVersion) {
    return drafts.replace(after, expectedVersion);
  }

  @Override
  public Future<List<DraftReply>> ofCase(String caseNumber, int limit) {
    return drafts.find(eq("caseNumber", caseNumber), null, limit);
  }

  @Override
  public Future<Void> delete(String id) {
    return drafts.delete(id).mapEmpty();
  }
}
