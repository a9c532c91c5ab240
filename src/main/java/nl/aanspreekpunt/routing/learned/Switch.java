package nl.aanspreekpunt.routing.learned;

import java.time.Instant;

/**
 * Whether topics are suggested, by which model, and who said so; off at first.
 *
 * @param model its version; 0 while off
 * @param at when that was said; null: never
 * @param by official id, or "hub" when it turned itself off; null: nobody ever did
 * @param measuredAt when it was last measured; null: never
 */
public record Switch(
    String id, long version, boolean on, int model, Instant at, String by, Instant measuredAt) {
  static final String ID = "learning";

  static Switch off() {
    return new Switch(ID, 1, false, 0, null, null, null);
  }

  Switch turned(boolean nowOn, int nowModel, Instant when, String who) {
    return new Switch(ID, version + 1, nowOn, nowModel, when, who, measuredAt);
  }

  Switch measured(Instant when) {
    return new Switch(ID, version + 1, on, model, at, by, when);
  }
}
