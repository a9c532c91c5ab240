package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.store.Store;

/** One number per official that rises when something changes for them, on any node. */
public interface Pulses {
  static Pulses in(Store store) {
    return new MongoPulses(store);
  }

  Future<Void> beat(Collection<String> officials);

  /** By official id; who never had one is left out. */
  Future<Map<String, Long>> of(List<String> officials);
}
