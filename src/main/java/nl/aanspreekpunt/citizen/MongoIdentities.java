package nl.aanspreekpunt.citizen;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.PushOptions;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Who stands for this citizen on any topic, so that they can be found by it. */
  private static final String OFFICIALS = "officials";

  private static final String TURNS = "turns";
  private static final int TRIES = 20;

  private final Store store;
  private final Table<Identity> identities;
  private final Table<Identity> journaled;

  MongoIdentities(Store store) {
    this.store = store;
    identities = store.table("identities", Identity.class);
    journaled = store.journaled("identities", Identity.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("identities", List.of(Index.on("citizen"), Index.on(OFFICIALS)));
  }

  @Override
  public Future<Identity> sender(
      Address address, String citizen, String language, Identity.Recent message) {
    return identities.upsert(address.id(), facts(citizen, language, message));
  }

  @Override
  public Future<Identity> known(Address address, String citizen, String language) {
    Bson made = combine(setOnInsert("citizen", citizen), setOnInsert("language", language));
    return journaled.upsert(address.id(), made);
  }

  private static Bson facts(String citizen, String language, Identity.Recent message) {
    BsonDocument entry =
        new BsonDocument("receipt", new BsonString(message.receipt()))
            .append("at", new BsonDateTime(message.at().toEpochMilli()))
            .append("channel", new BsonString(message.channel().name()))
            .append("subject", new BsonString(message.subject()));
    if (message.name() != null) {
      entry.append("name", new BsonString(message.name()));
    }
    List<Bson> all = new ArrayList<>();
    all.add(setOnInsert("citizen", citizen));
    all.add(set("language", language));
    all.add(pushEach("recent", List.of(entry), new PushOptions().slice(-RECENT)));
    if (message.name() != null) {
      all.add(set("name", message.name()));
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
            all -> Future.all(all.stream().map(one -> stand(one, topic, official, TRIES)).toList()))
        .mapEmpty();
  }

  @Override
  public Future<Void> setSharing(Address address, Identity.Sharing sharing) {
    return identities.set(address.id(), set("sharing", sharing));
  }

  /**
   * What it is found by follows from what was read, so it is written only where that still stands.
   * Topic ids carry no dots or dollars: the directory's check sees to that.
   */
  private Future<Void> stand(Identity one, String topic, String official, int left) {
    String key = topic == null ? Identity.GENERAL : topic;
    Map<String, String> standing = new HashMap<>(one.standing());
    standing.put(key, official);
    Bson update =
        combine(
            set("standing." + key, official),
            unset("handed." + key),
            set(OFFICIALS, distinct(standing)),
            inc(TURNS, 1));
    return journaled
        .change(one.id(), eq(TURNS, one.turns()), update)
        .compose(
            done ->
                done.isPresent() ? Future.succeededFuture() : again(one, topic, official, left));
  }

  private Future<Void> again(Identity before, String topic, String official, int left) {
    return left == 0
        ? Future.failedFuture("who stands for citizen " + before.citizen() + " changes too often")
        : identities
            .find(before.id())
            .compose(now -> stand(now.orElseThrow(), topic, official, left - 1));
  }

  private static List<String> distinct(Map<String, String> standing) {
    return standing.values().stream().distinct().toList();
  }

  @Override
  public Future<List<Identity>> standingWith(String official, int limit) {
    return identities.find(eq(OFFICIALS, official), null, limit, "recent");
  }

  @Override
  public Future<Void> succeed(
      Identity one, String left, Map<String, String> successors, Instant now) {
    Map<String, String> standing = new HashMap<>(one.standing());
    List<Bson> still = new ArrayList<>();
    List<Bson> all = new ArrayList<>();
    successors.forEach(
        (topic, successor) -> {
          if (standing.replace(topic, left, successor)) {
            still.add(eq("standing." + topic, left));
            all.add(set("standing." + topic, successor));
            all.add(set("handed." + topic, new Identity.Handed(left, now)));
          }
        });
    return pass(one, standing, still, all);
  }

  @Override
  public Future<Void> giveBack(Identity one, String official, Instant since) {
    Map<String, String> standing = new HashMap<>(one.standing());
    List<Bson> still = new ArrayList<>();
    List<Bson> all = new ArrayList<>();
    one.handedFrom(official, since)
        .forEach(
            topic -> {
              still.add(eq("standing." + topic, standing.put(topic, official)));
              all.add(set("standing." + topic, official));
              all.add(unset("handed." + topic));
            });
    return all.isEmpty() ? Future.succeededFuture() : pass(one, standing, still, all);
  }

  private Future<Void> pass(
      Identity one, Map<String, String> standing, List<Bson> still, List<Bson> all) {
    all.add(set(OFFICIALS, distinct(standing)));
    all.add(inc(TURNS, 1));
    still.add(eq(TURNS, one.turns()));
    return identities.change(one.id(), and(still), combine(all)).mapEmpty();
  }
}
