package nl.aanspreekpunt.web;

import static com.mongodb.client.model.Updates.inc;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoPulses implements Pulses {
  private final Table<Beats> pulses;

  MongoPulses(Store store) {
    pulses = store.table("pulses", Beats.class);
  }

  @Override
  public Future<Void> beat(Collection<String> officials) {
    return Future.join(
            officials.stream().map(official -> pulses.upsert(official, inc("beats", 1L))).toList())
        .mapEmpty();
  }

  @Override
  public Future<Map<String, Long>> of(List<String> officials) {
    return pulses
        .findAll(officials)
        .map(found -> found.stream().collect(Collectors.toMap(Beats::id, Beats::beats)));
  }
}
