package nl.aanspreekpunt.trail;

import java.nio.charset.StandardCharsets;
import nl.aanspreekpunt.casework.Signer;

/** A keyed hash over facts in their order: who has no key makes none. */
public final class Seal {
  /** Leads what is sealed with the municipality's own key; the hub's own key has another. */
  private static final String OWN = "t";

  private final Signer signer;
  private final String lead;

  /**
   * @param key the municipality's own, that is in no database; null: the hub's own key, which is
   */
  public Seal(String key, Signer hubs) {
    signer = key == null ? hubs : new Signer(OWN, key.getBytes(StandardCharsets.UTF_8));
    lead = signer.sign("trail", "").substring(0, 1);
  }

  /** Each fact with its length, so that no two lists read the same. */
  String of(String... facts) {
    return signer.sign("trail", plain(facts));
  }

  boolean holds(String[] facts, String seal) {
    return seal != null && signer.signed("trail", plain(facts), seal);
  }

  /** Whether it was made with a key of another kind than is in use. */
  boolean otherKey(String seal) {
    return seal != null && !seal.startsWith(lead);
  }

  private static String plain(String... facts) {
    StringBuilder plain = new StringBuilder();
    for (String fact : facts) {
      plain.append(fact == null ? "-" : Integer.toString(fact.length())).append(':');
      plain.append(fact == null ? "" : fact);
    }
    return plain.toString();
  }
}
