package nl.aanspreekpunt.official;

import java.util.List;

/**
 * What applying a file would come to.
 *
 * @param lines what it would change; empty when nothing would
 * @param after the directory as it would be
 * @param topics ids that were and would be no more
 * @param teams likewise
 */
public record Would(
    List<DirectoryLine> lines, Directory after, List<String> topics, List<String> teams) {
  public Would {
    lines = List.copyOf(lines);
    topics = List.copyOf(topics);
    teams = List.copyOf(teams);
  }
}
