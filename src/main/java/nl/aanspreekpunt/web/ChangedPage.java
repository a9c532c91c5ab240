package nl.aanspreekpunt.web;

import java.time.Instant;
import java.util.List;

/** What changed because of practice, for everybody. */
public record ChangedPage(Frame frame, List<Changed> all) implements Page {
  public static final String PATH = "/knelpunten";

  /** In plain words, and since when. */
  public record Changed(String words, Instant at) {}

  @Override
  public String template() {
    return "page/changed.jte";
  }
}
