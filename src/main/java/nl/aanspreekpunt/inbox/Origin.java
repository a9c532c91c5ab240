package nl.aanspreekpunt.inbox;

import java.util.List;
import nl.aanspreekpunt.citizen.Address;

/**
 * Where a mail comes from besides its From, and whom it went to besides the hub.
 *
 * @param copied others it went to (addresses, lower case), at most 20
 * @param forward it passes an earlier message on, and answers none
 * @param authors who wrote what it passes on, the latest first; empty when that cannot be read
 * @param by who passed it on for its author (official id); null when its author sent it
 * @param proven a server that we trust vouches for its sender
 * @param spam what the filter in front of the hub said; null: nothing, or that it is none
 */
public record Origin(
    List<String> copied,
    boolean forward,
    List<Author> authors,
    String by,
    boolean proven,
    String spam) {
  public static final Origin NONE = new Origin(null, false, null, null, false, null);

  /**
   * @param name may be null
   * @param text what they wrote, where the mail's own text does not hold it; null where it does
   */
  public record Author(Address address, String name, String text) {}

  public Origin {
    copied = copied == null ? List.of() : List.copyOf(copied);
    authors = authors == null ? List.of() : List.copyOf(authors);
  }

  /** Sent on by this official (id): to be taken as the author's own. */
  Origin sentOn(String official) {
    return new Origin(List.of(), false, authors, official, proven, spam);
  }
}
