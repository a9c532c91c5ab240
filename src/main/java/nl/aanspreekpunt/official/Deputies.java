package nl.aanspreekpunt.official;

import java.util.List;

/**
 * Through whom it goes when somebody is away, as far as that somebody who is here.
 *
 * @param links whoever stands in, and for them in turn; without the official themself
 * @param circle it came back to somebody who is away too
 * @param acts official id of who acts at that moment; the official themself when they are here
 * @param covered somebody of the links is here; else it ends at who leads the team
 */
public record Deputies(List<Link> links, boolean circle, String acts, boolean covered) {
  public enum State {
    HERE,
    AWAY,
    GONE
  }

  public record Link(String official, State state) {}

  public Deputies {
    links = List.copyOf(links);
  }
}
