package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;

/**
 * Turns a stored receipt into what was said. One per channel; bounded in time and memory; never
 * fails on bad content: what cannot be read comes back with {@link Inbound#unreadable()} set. Runs
 * parsing on a bounded worker when it may take long.
 */
public interface Reading {
  Future<Inbound> read(Receipt receipt);
}
