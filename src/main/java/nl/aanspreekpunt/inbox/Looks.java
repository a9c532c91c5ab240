package nl.aanspreekpunt.inbox;

import java.util.List;

/**
 * How a mail looks besides its words.
 *
 * @param parts that hold its words with their markup, in the order they are shown (see {@link
 *     Inbound.Attachment#part}); empty when it came as plain text
 * @param invitations to meetings, as they were sent
 */
public record Looks(List<Integer> parts, List<Invitation> invitations) {
  /**
   * A calendar entry (RFC 5545, RFC 5546).
   *
   * @param method such as {@code REQUEST} or {@code CANCEL}; may be empty
   * @param summary may be empty, as are place and organiser
   * @param start in UTC, ISO 8601, or a date alone for a whole day; null when it names none
   * @param end the same
   */
  public record Invitation(
      String method, String summary, String start, String end, String place, String organiser) {}

  public Looks {
    parts = parts == null ? List.of() : List.copyOf(parts);
    invitations = invitations == null ? List.of() : List.copyOf(invitations);
  }
}
