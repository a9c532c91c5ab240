package nl.aanspreekpunt.official;

import java.util.Set;

/**
 * A telephone number of the municipality, and for whom who uses it is.
 *
 * @param number E.164
 * @param meaning whom somebody means who texts or calls it
 * @param does what the provider has it do; never empty
 * @param service SID of the messaging service that it sends through ({@code MG...}); null: none
 * @param sid of the number at the provider ({@code PN...}); null: not told
 */
public record OwnNumber(
    String number, Meaning meaning, Set<Ability> does, String service, String sid) {

  /** What a number is used for. */
  public enum Ability {
    TEXTS,
    CALLS,
    WHATSAPP
  }

  /** Whom a number is of. An id that is no more follows what came in its place, as elsewhere. */
  public sealed interface Meaning {
    /** Of everybody: routed by what is said. */
    record General() implements Meaning {}

    /**
     * @param id topic id
     */
    record OfTopic(String id) implements Meaning {}

    /**
     * @param id team id
     */
    record OfTeam(String id) implements Meaning {}

    /**
     * @param id official id
     */
    record OfOfficial(String id) implements Meaning {}
  }

  public OwnNumber {
    does = Set.copyOf(does);
  }

  public boolean can(Ability ability) {
    return does.contains(ability);
  }
}
