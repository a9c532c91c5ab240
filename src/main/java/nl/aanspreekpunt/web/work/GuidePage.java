package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Wording;

/**
 * What applying the directory's file would change, and what was changed before.
 *
 * @param file as people know it
 * @param digest of the file as it was read: only that is applied
 * @param moves which open questions would move
 * @param going how far the work is that moved last; null when none ever did
 * @param refused why the file cannot be used; null if it can
 */
public record GuidePage(
    Frame frame,
    String file,
    String digest,
    List<String> lines,
    Moves moves,
    Going going,
    DirectoryRefused refused,
    List<Change> changes)
    implements Page {
  /**
   * One change of the directory, with who made it.
   *
   * @param version of the file that can be put back; 0: it changed no file
   */
  public record Change(Instant at, String by, List<String> lines, long version) {}

  /**
   * Open questions that would move.
   *
   * @param items the oldest of them
   * @param all how many that are in all
   */
  public record Moves(List<Item> items, int all) {
    private static final int SHOWN = 100;

    public static Moves of(Rearranging.Preview would, Wording words) {
      Names names = new Names(would.after(), words);
      String none = words.say("work.no-topic");
      List<Rearranging.Item> all = would.items();
      return new Moves(
          all.stream().limit(SHOWN).map(one -> Item.of(one, names, none)).toList(), all.size());
    }
  }

  /** A question by its number: where it goes, and with whom it is then, and was. */
  public record Item(String number, String topic, String team, String from, String to) {
    static Item of(Rearranging.Item one, Names names, String none) {
      return new Item(
          one.moves().id(),
          one.topic() == null ? none : names.topic(one.topic()),
          names.team(one.team()),
          names.of(one.moves().official()),
          names.of(one.to()));
    }

    public String said(Frame frame) {
      return from.equals(to)
          ? frame.say("guide.moves.stays", topic, team, to)
          : frame.say("guide.moves.goes", topic, team, from, to);
    }
  }

  /** How many of how many were seen to. */
  public record Going(int seenTo, int cases, boolean ended) {
    static Going of(Reassignment one) {
      return new Going(one.seenTo(), one.cases(), one.ended());
    }
  }

  public List<String> problems() {
    return refused.getMessage().lines().toList();
  }

  /** Something with open questions is left out, and the file does not say where those go. */
  public boolean leavesOpen() {
    return refused != null && refused.isLeavingOpen();
  }

  @Override
  public String template() {
    return "work/guide.jte";
  }
}
