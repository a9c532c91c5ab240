package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.List;

/**
 * One change of the directory, dated and signed; never rewritten.
 *
 * @param id the version with zeros in front, so that ids sort as versions do
 * @param by official id, or "start" for the first file
 * @param lines what changed, for people
 * @param yaml the whole file as it was applied; null for anything else
 */
public record DirectoryChange(
    String id,
    long version,
    Instant at,
    String by,
    What what,
    List<DirectoryLine> lines,
    String yaml) {
  public enum What {
    FILE,
    ABSENT,
    RETURNED,
    DEPARTED,
    STAYED,
    FED,
    DAYS,
    PROFILE,
    PINNED,
    UNPINNED
  }

  static DirectoryChange of(
      long version, Instant at, String by, What what, List<DirectoryLine> lines) {
    return new DirectoryChange(id(version), version, at, by, what, lines, null);
  }

  static String id(long version) {
    return String.format("%012d", version);
  }

  DirectoryChange withYaml(String yaml) {
    return new DirectoryChange(id, version, at, by, what, lines, yaml);
  }
}
