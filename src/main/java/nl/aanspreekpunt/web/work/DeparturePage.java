package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.moving.Steps;

/**
 * What moves when an official leaves, and to whom.
 *
 * @param address their own address at the hub
 * @param since since when they are marked as departed; null before
 * @param ahead whether they have not left yet
 * @param back what it would mean that they come back now; null when they do not leave
 * @param day from which they no longer work here, as in 2027-01-31; empty when not chosen
 * @param confirmed whether somebody confirmed where the work goes
 * @param promises how many open promises stand in these questions
 * @param standing how many citizens have them as their standing official
 * @param stands how many households and organisations have them as their one standing official
 * @param households path and name of each of these, for who may open them
 * @param items some of what moves, oldest first
 * @param from which item is the first of these, counted from 0
 * @param cases how many questions move in all
 * @param reader who gets later mail to their address, once that is settled; null before
 * @param readers who could
 * @param moving how many questions moved, or were about to
 * @param columns official ids that the board has a column for, with a space between
 * @param problem why nothing was done; null if nothing is wrong
 */
public record DeparturePage(
    Frame frame,
    String official,
    String name,
    String address,
    Instant since,
    boolean ahead,
    Handover.Back back,
    String day,
    boolean confirmed,
    int promises,
    int standing,
    int stands,
    List<Choice> households,
    List<Item> items,
    int from,
    int cases,
    String reader,
    List<Choice> readers,
    String note,
    Steps steps,
    int moving,
    String columns,
    String problem)
    implements Page {
  /** Fewer than the fields that one form may have. */
  static final int SHOWN = 50;

  /**
   * @param promised what was promised in it and by when, in words
   * @param why why a colleague is proposed
   * @param to who gets it, by name
   * @param note what its successor must know; null when that is not for this reader
   */
  public record Item(
      String number,
      String subject,
      List<String> promised,
      String why,
      String to,
      List<Choice> colleagues,
      NoteField note) {}

  @Override
  public String template() {
    return "work/departure.jte";
  }

  public String path(String act) {
    return path() + "/" + act;
  }

  public String path() {
    return "/werk/team/vertrek/" + official;
  }

  /** What the page is about, in a sentence. */
  public String lead() {
    if (!marked()) {
      return frame.say("departure.lead", name);
    }
    if (ahead) {
      String when = frame.moments().date(since);
      return frame.say(confirmed ? "departure.ahead.confirmed" : "departure.ahead", name, when);
    }
    if (!confirmed) {
      return frame.say("departure.marked", name, frame.moments().say(since));
    }
    return cases > 0 ? frame.say("departure.moving", cases) : frame.say("departure.done", name);
  }

  public boolean marked() {
    return since != null;
  }

  /** There is something to decide. */
  public boolean open() {
    return marked() && !confirmed && !items.isEmpty();
  }

  /** What successors must know can be written: the work does not move yet. */
  public boolean notes() {
    return open();
  }

  /** Path of the items before these; null when there are none. */
  public String earlier() {
    return from == 0 ? null : path() + "?vanaf=" + Math.max(0, from - SHOWN);
  }

  /** It moves: there is something to follow. */
  public boolean underWay() {
    return confirmed && !ahead && moving > 0;
  }

  /** How many of them are with others. */
  public int seenTo() {
    return Math.max(0, moving - cases);
  }

  /** Which item comes after these; null when none does. */
  public Integer next() {
    int next = from + items.size();
    return next < cases ? next : null;
  }

  public String later() {
    return path() + "?vanaf=" + next();
  }

  public String which() {
    return frame.say("departure.which", from + 1, from + items.size(), cases);
  }
}
