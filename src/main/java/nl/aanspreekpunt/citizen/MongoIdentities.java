package nl.aanspreekpunt.citizen;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.PushOptions;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

final class MongoIdentities implements Identities {
  private static final int RECENT = 40;
  private static final int ADDRESSES_OF_ONE = 50;
  private final Store store;
  private final Table<Identity> identities;

  MongoIdentities(Store store) {
    this.store = store;
    identities = store.table("identities", Identity.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("identities", List.of(Index.on("citizen")));
  }

  @Override
  public Future<Identity> sender(
      Address address, String citizen, String name, String language, Identity.Recent message) {
    return identities.upsert(address.id(), facts(citizen, name, language, message));
  }

  private static Bson facts(String citizen, String name, String language, Identity.Recent message) {
    BsonDocument entry =
        new BsonDocument("receipt", new BsonString(message.receipt()))
            .append("at", new BsonDateTime(message.at().toEpochMilli()))
            .append("channel", new BsonString(message.channel().name()))
            .append("subject", new BsonString(message.subject()));
    List<Bson> all = new ArrayList<>();
    all.add(setOnInsert("citizen", citizen));
    all.add(setOnInsert("shared", false));
    all.add(set("language", language));
    all.add(pushEach("recent", List.of(entry), new PushOptions().slice(-RECENT)));
    if (name != null) {
      all.add(set("name", name));
    }
    return combine(all);
  }

  @Override
  public Future<Optional<Identity>> find(Address address) {
    return identities.find(address.id());
  }

  @Override
  public Future<List<Identity>> ofCitizen(String citizen) {
    return identities.find(eq("citizen", citizen), null, ADDRESSES_OF_ONE);
  }

  @Override
  public Future<Void> setStanding(String citizen, String topic, String official) {
    return ofCitizen(citizen)
        .compose(
            all ->
                Future.all(
                    all.stream()
                        .map(one -> identities.set(one.id(), set(standing(topic), official)))
                        .toList()))
        .mapEmpty();
  }

  /** Topic ids carry no dots or dollars: the directory's check sees to that. */
  private static String standing(String topic) {
    return "standing." + (topic == null ? "general" : topic);
  }
}
