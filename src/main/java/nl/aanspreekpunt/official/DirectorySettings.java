package nl.aanspreekpunt.official;

import java.time.ZoneId;
import java.util.List;

/**
 * What the directory takes from the configuration.
 *
 * @param file as shown in messages: {@code conf/directory.yaml}
 * @param domains the hub's own, lower case
 * @param zone the municipality's clock
 */
public record DirectorySettings(String file, List<String> domains, ZoneId zone) {
  public DirectorySettings {
    domains = List.copyOf(domains);
  }
}
