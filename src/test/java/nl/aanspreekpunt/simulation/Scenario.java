package nl.aanspreekpunt.simulation;

import java.util.List;

/**
 * What the hub does in a year that is otherwise the same.
 *
 * @param ladder promises climb; else who is responsible gets a reminder and no more
 * @param deputies the hub knows who is away, and somebody acts for them
 * @param standing a citizen comes back to whoever answered before
 * @param human what officials do beyond answering; null: nothing, and nothing asks for it
 */
record Scenario(String name, boolean ladder, boolean deputies, boolean standing, Human human) {
  static final List<Scenario> ALL =
      List.of(
          new Scenario("all of it", true, true, true, null),
          new Scenario("no ladder", false, true, true, null),
          new Scenario("no deputies", true, false, true, null),
          new Scenario("no standing officials", true, true, false, null),
          new Scenario("none of the three", false, false, false, null));
}
