package nl.aanspreekpunt.casework;

import java.util.Map;

/**
 * A case is another citizen's than was thought, and the citizens' records are yet to follow: see
 * {@link Righting}.
 *
 * @param from citizen id of who was taken for its citizen
 * @param standing who is to stand again for its citizen because of it: topic id (or "general") to
 *     official id
 */
public record Owed(String from, Map<String, String> standing) {
  public Owed {
    standing = standing == null ? Map.of() : Map.copyOf(standing);
  }
}
