package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That somebody wrote the story so far of a case's citizen or household, and who read it: the text
 * is elsewhere.
 *
 * @param at when it was written last
 * @param by who wrote it then (official id)
 * @param readers who read it since (official ids)
 */
public record SoFarNote(Instant at, String by, List<String> readers) {
  public SoFarNote {
    readers = readers == null ? List.of() : List.copyOf(readers);
  }

  public SoFarNote readBy(String official) {
    List<String> all = new ArrayList<>(readers);
    all.add(official);
    return new SoFarNote(at, by, all);
  }

  public boolean knows(String official) {
    return by.equals(official) || readers.contains(official);
  }

  /** Whether one is to be written before others take over: none is newer than the last message. */
  public static boolean asked(Case one) {
    SoFarNote note = one.care().soFar();
    Instant last =
        one.messages().stream()
            .map(CaseEvent.Received::at)
            .reduce((earlier, later) -> later)
            .orElse(one.openedAt());
    return one.care().policy() == null && (note == null || note.at().isBefore(last));
  }

  /** Whether this official has the case, and is yet to read what another wrote. */
  public static boolean toRead(Case one, String official) {
    SoFarNote note = one.care().soFar();
    return note != null
        && one.open()
        && !note.knows(official)
        && (one.official().equals(official)
            || one.actingNow().filter(it -> it.official().equals(official)).isPresent());
  }
}
