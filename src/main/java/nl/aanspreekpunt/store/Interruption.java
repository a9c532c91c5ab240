package nl.aanspreekpunt.store;

/**
 * Asked before each command; what it throws is what the command fails with. For tests that cut off.
 */
@FunctionalInterface
public interface Interruption {
  Interruption NONE = (table, writes) -> {};

  void before(String table, boolean writes);
}
