package nl.aanspreekpunt.casework;

import java.util.Map;

/**
 * What the citizens' records are yet to follow: see {@link Righting}. A case is another citizen's
 * than was thought, or who has contact with its citizen changed.
 *
 * @param from citizen id of who was taken for its citizen
 * @param standing who is to stand again for its citizen because of it: topic id (or "general") to
 *     official id
 * @param contact it is about who has contact, and of the same citizen: at which version of the case
 *     that changed; null: it is not
 */
public record Owed(String from, Map<String, String> standing, Long contact) {
  public Owed(String from, Map<String, String> standing) {
    this(from, standing, null);
  }

  /** Who has contact with its citizen changed; what changes it again owes anew. */
  public static Owed contact(Case one) {
    return new Owed(one.citizen(), Map.of(), one.version());
  }

  boolean ofContact() {
    return contact != null;
  }

  public Owed {
    standing = standing == null ? Map.of() : Map.copyOf(standing);
  }
}
