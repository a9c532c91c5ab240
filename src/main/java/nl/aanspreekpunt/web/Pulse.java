package nl.aanspreekpunt.web;

import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.aanspreekpunt.casework.Case;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of each case that changed and lets its officials' pulses beat, once for all that happens
 * within a quarter of a second.
 */
public final class Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long TOGETHER_MS = 250;

  private final Vertx vertx;
  private final Pulses pulses;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean planned = new AtomicBoolean();

  public Pulse(Vertx vertx, Pulses pulses) {
    this.vertx = vertx;
    this.pulses = pulses;
  }

  public void changed(Case one) {
    waiting.add(one.official());
    waiting.addAll(one.concerns());
    waiting.addAll(one.care().inward().concerns());
    one.acting().forEach(acting -> waiting.add(acting.official()));
    if (one.offer() != null) {
      waiting.add(one.offer().to());
    }
    int before = one.responsibilities().size() - 2;
    if (before >= 0) {
      waiting.add(one.responsibilities().get(before).official());
    }
    if (planned.compareAndSet(false, true)) {
      vertx.setTimer(TOGETHER_MS, id -> beat());
    }
  }

  private void beat() {
    planned.set(false);
    Set<String> officials = Set.copyOf(waiting);
    waiting.removeAll(officials);
    pulses
        .beat(officials)
        .onFailure(e -> LOG.warn("a change shows only after a reload: {}", e.getMessage()));
  }
}
