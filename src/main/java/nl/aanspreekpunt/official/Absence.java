package nl.aanspreekpunt.official;

import java.time.Instant;

/**
 * @param until exclusive; null: until further notice
 * @param deputy official id for this absence; null: the official's own deputy
 * @param reason {@link #UNSEEN}, or words between them and their coordinator; may be null
 * @param by official id, "hub", or "directory" for the file
 * @param gets what the deputy gets; read as {@link Gets#DUE} where none is stored
 */
public record Absence(
    String official,
    Instant from,
    Instant until,
    String deputy,
    String reason,
    String by,
    Gets gets) {
  /** Presumed: the official does nothing in the hub, and the coordinator was asked about it. */
  public static final String UNSEEN = "unseen";

  /** What goes to the deputy meanwhile. Whatever they do not get is the coordinator's, once due. */
  public enum Gets {
    /** Messages that come in. */
    NEW,
    /** What must be done before the official is back, also of messages that come in. */
    DUE,
    /** Everything that is open. */
    ALL
  }

  public Absence {
    gets = gets == null ? Gets.DUE : gets;
  }

  public Absence(
      String official, Instant from, Instant until, String deputy, String reason, String by) {
    this(official, from, until, deputy, reason, by, Gets.DUE);
  }

  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && (until == null || moment.isBefore(until));
  }

  /** Nothing of it is left at that moment; one that was called off never begins. */
  public boolean over(Instant moment) {
    return until != null && (!until.isAfter(moment) || !until.isAfter(from));
  }

  /** It never begins. */
  public Absence calledOff(String who) {
    return ending(from, who);
  }

  public boolean presumed() {
    return UNSEEN.equals(reason);
  }

  /** The same, cut off or prolonged. */
  Absence ending(Instant end, String who) {
    return new Absence(official, from, end, deputy, reason, who, gets);
  }
}
