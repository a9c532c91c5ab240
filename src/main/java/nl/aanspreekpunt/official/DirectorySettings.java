package nl.aanspreekpunt.official;

import java.time.ZoneId;
import java.util.List;

/**
 * What the directory takes from the configuration.
 *
 * @param file as shown in messages: {@code conf/directory.yaml}
 * @param domains the hub's own, lower case
 * @param zone the municipality's clock
 * @param callAttempts tries after which a citizen who was not reached is asked for a better moment
 * @param asksHelped whether a citizen is asked at the close if they were helped
 * @param talks when a talk with the citizen is proposed
 * @param numbers the municipality's telephone numbers
 */
public record DirectorySettings(
    String file,
    List<String> domains,
    ZoneId zone,
    int callAttempts,
    boolean asksHelped,
    TalkSettings talks,
    Numbers numbers) {
  public static final int CALL_ATTEMPTS = 3;

  public DirectorySettings {
    domains = List.copyOf(domains);
  }

  public DirectorySettings(String file, List<String> domains, ZoneId zone) {
    this(file, domains, zone, CALL_ATTEMPTS);
  }

  public DirectorySettings(String file, List<String> domains, ZoneId zone, int callAttempts) {
    this(file, domains, zone, callAttempts, true, TalkSettings.USUAL, Numbers.NONE);
  }
}
