package nl.aanspreekpunt.casework.standard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoStandardTexts implements StandardTexts {
  private static final String NAME = "standard-texts";
  private final Store store;
  private final Table<StandardText> texts;

  MongoStandardTexts(Store store) {
    this.store = store;
    texts = store.journaled(NAME, StandardText.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("keptBy", "there", "now.title", "_id")));
  }

  @Override
  public Future<Boolean> add(StandardText made) {
    return texts.insert(made);
  }

  @Override
  public Future<Optional<StandardText>> find(String id) {
    return texts.find(id);
  }

  @Override
  public Future<Boolean> replace(StandardText after, long expectedVersion) {
    return texts.replace(after, expectedVersion);
  }

  @Override
  public Future<List<StandardText>> of(List<Keeper> keepers) {
    List<Future<List<StandardText>>> all = keepers.stream().map(this::of).toList();
    return Future.all(all).map(read -> all.stream().flatMap(one -> one.result().stream()).toList());
  }

  private Future<List<StandardText>> of(Keeper keeper) {
    return texts.find(
        and(eq("keptBy", keeper.key()), eq("there", true)),
        ascending("now.title", "_id"),
        StandardText.MOST,
        "earlier");
  }
}
