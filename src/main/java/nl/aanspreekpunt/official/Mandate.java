package nl.aanspreekpunt.official;

import java.util.List;

/**
 * Who may act on a principle without asking, and up to which amount.
 *
 * @param who team ids, or one of {@link #WORDS}: {@code anybody} who helps in the case, {@code
 *     topic} for who has that topic, {@code coordinator} or {@code manager} of a team
 * @param upTo whole euros each time; null when no amount is named, and the words alone say how far
 *     it goes
 */
public record Mandate(List<String> who, Integer upTo) {
  static final String ANYBODY = "anybody";
  static final String TOPIC = "topic";
  static final String COORDINATOR = "coordinator";
  static final String MANAGER = "manager";
  static final List<String> WORDS = List.of(ANYBODY, TOPIC, COORDINATOR, MANAGER);

  /** Of a principle whose file says nothing of it. */
  static final Mandate NOT_SAID = new Mandate(List.of(ANYBODY), null);

  public Mandate {
    who = List.copyOf(who);
  }

  /** Whether this official may act on it, who helps in the case already. */
  public boolean includes(String official, String topic, Directory directory) {
    return who.stream().anyMatch(one -> includes(one, official, topic, directory));
  }

  private static boolean includes(String word, String official, String topic, Directory directory) {
    return switch (word) {
      case ANYBODY -> true;
      case TOPIC ->
          directory.official(official).filter(one -> one.topics().contains(topic)).isPresent();
      case COORDINATOR ->
          directory.teams().stream().anyMatch(team -> team.coordinator().equals(official));
      case MANAGER -> directory.teams().stream().anyMatch(team -> team.manager().equals(official));
      default -> directory.official(official).filter(one -> one.team().equals(word)).isPresent();
    };
  }

  /** An amount of nothing is within each mandate. */
  public boolean covers(int euros) {
    return upTo == null || euros <= upTo;
  }
}
