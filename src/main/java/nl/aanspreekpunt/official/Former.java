package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Set;

/** Somebody who departed and no longer stands in the file: history and old addresses name them. */
public record Former(
    String id,
    String name,
    String function,
    String team,
    String portrait,
    String phone,
    String email,
    String address,
    String deputy) {
  static Former of(Official official) {
    return new Former(
        official.id(),
        official.name(),
        official.function(),
        official.team(),
        official.portrait(),
        official.phone(),
        official.email(),
        official.address(),
        official.deputy());
  }

  Official official() {
    return new Official(
        id, name, function, team, portrait, phone, email, address, List.of(), List.of(), null, 1,
        deputy, Set.of(), null, null);
  }
}
