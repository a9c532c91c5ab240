package nl.aanspreekpunt.citizen;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
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
import java.util.function.UnaryOperator;
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
    if (message.messageId() != null) {
      entry.append("messageId", new BsonString(message.messageId()));
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
  public Future<Void> setSharing(Address address, Identity.Sharing sharing) {
    return identities.set(address.id(), combine(set("sharing", sharing), unset("sharedIn")));
  }

  @Override
  public Future<Void> setShared(Address address, String number, boolean shared) {
    Bson said = shared ? addToSet("sharedIn", number) : pull("sharedIn", number);
    return journaled.change(address.id(), null, said).mapEmpty();
  }

  @Override
  public Future<Void> addHousehold(String citizen, String household) {
    Bson said = addToSet("households", household);
    return ofCitizen(citizen)
        .compose(
            all ->
                Future.all(
                    all.stream().map(one -> journaled.change(one.id(), null, said)).toList()))
        .mapEmpty();
  }

  @Override
  public Future<Void> setStanding(String citizen, String topic, String official) {
    return turn(citizen, one -> Turn.chosen(one, Identity.key(topic), official));
  }

  @Override
  public Future<Void> answered(String citizen, String topic, String official, String number) {
    String key = Identity.key(topic);
    return ofCitizen(citizen)
        .compose(
            all ->
                all.stream().anyMatch(one -> one.standing().containsKey(key))
                    ? Future.succeededFuture()
                    : turn(all, one -> Turn.answered(one, key, official, number)));
  }

  @Override
  public Future<Void> withdraw(String citizen, String number, Map<String, String> carried) {
    return turn(citizen, one -> Turn.withdrawn(one, number, carried));
  }

  @Override
  public Future<Void> restore(String citizen, String number, Map<String, String> standing) {
    return turn(citizen, one -> Turn.restored(one, number, standing));
  }

  @Override
  public Future<Void> agree(String citizen, Identity.AgreedContact contact) {
    return turn(citizen, one -> Turn.agreed(one, contact));
  }

  private Future<Void> turn(String citizen, UnaryOperator<Identity> how) {
    return ofCitizen(citizen).compose(all -> turn(all, how));
  }

  private Future<Void> turn(List<Identity> all, UnaryOperator<Identity> how) {
    return Future.all(all.stream().map(one -> turn(one, how, TRIES)).toList()).mapEmpty();
  }

  /**
   * It follows from what was read, so it is written only where that still stands. Topic ids carry
   * no dots or dollars: the directory's check sees to that.
   */
  private Future<Void> turn(Identity one, UnaryOperator<Identity> how, int left) {
    Identity after = how.apply(one);
    if (after.equals(one)) {
      return Future.succeededFuture();
    }
    Bson update =
        combine(
            set("standing", after.standing()),
            set("handed", after.handed()),
            set("through", after.through()),
            set("notOf", after.notOf()),
            after.contact() == null ? unset("contact") : set("contact", after.contact()),
            set(OFFICIALS, distinct(after.standing())),
            inc(TURNS, 1));
    return journaled
        .change(one.id(), eq(TURNS, one.turns()), update)
        .compose(done -> done.isPresent() ? Future.succeededFuture() : again(one, how, left));
  }

  private Future<Void> again(Identity before, UnaryOperator<Identity> how, int left) {
    return left == 0
        ? Future.failedFuture("who stands for citizen " + before.citizen() + " changes too often")
        : identities.find(before.id()).compose(now -> turn(now.orElseThrow(), how, left - 1));
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
