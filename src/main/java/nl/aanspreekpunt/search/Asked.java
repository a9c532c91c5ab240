package nl.aanspreekpunt.search;

import java.time.LocalDate;
import nl.aanspreekpunt.casework.Case;

/**
 * What somebody looks for. Each part but the words may be null: whatever it is.
 *
 * @param words as they were typed, never null
 * @param team team id
 * @param topic topic id
 * @param official who is responsible (official id)
 * @param channel name of a channel on which the citizen wrote
 * @param from first day on which something was said
 * @param until last day
 * @param late something that was promised is late
 */
public record Asked(
    String words,
    Case.State state,
    String team,
    String topic,
    String official,
    String channel,
    LocalDate from,
    LocalDate until,
    boolean late) {
  /** Characters; more are not read. */
  public static final int LONGEST = 200;

  public Asked {
    words = words == null ? "" : words.strip();
    words = words.substring(0, Math.min(LONGEST, words.length()));
  }

  public static Asked of(String words) {
    return new Asked(words, null, null, null, null, null, null, null, false);
  }

  /** Nothing is looked for. */
  public boolean none() {
    return words.isEmpty() && !narrowed();
  }

  /** By more than words. */
  public boolean narrowed() {
    return state != null
        || team != null
        || topic != null
        || official != null
        || channel != null
        || from != null
        || until != null
        || late;
  }
}
