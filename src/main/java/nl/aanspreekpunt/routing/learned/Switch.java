package nl.aanspreekpunt.routing.learned;

import java.time.Instant;

/**
 * Whether topics are suggested, by which model, and who said so; off at first.
 *
 * @param model its version; 0 while off
 * @param at when that was said; null: never
 * @param by official id, or "hub" when it turned itself off; null: nobody ever did
 * @param measuredAt when it was last measured; null: never
 * @param why it turned itself off; null when a person turned it
 */
public record Switch(
    String id,
    long version,
    boolean on,
    int model,
    Instant at,
    String by,
    Instant measuredAt,
    Learning.Refused why) {
  static final String ID = "learning";
  private static final String HUB = "hub";

  static Switch off() {
    return new Switch(ID, 1, false, 0, null, null, null, null);
  }

  Switch turned(boolean nowOn, int nowModel, Instant when, String who) {
    return new Switch(ID, version + 1, nowOn, nowModel, when, who, measuredAt, null);
  }

  /** By itself. */
  Switch off(Instant when, Learning.Refused reason) {
    return new Switch(ID, version + 1, false, 0, when, HUB, measuredAt, reason);
  }

  public boolean turnedItselfOff() {
    return !on && HUB.equals(by);
  }

  Switch measured(Instant when) {
    return new Switch(ID, version + 1, on, model, at, by, when, why);
  }
}
