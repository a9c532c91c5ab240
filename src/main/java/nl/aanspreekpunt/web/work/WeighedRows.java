package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Weighed;

/**
 * Why somebody got a case, as a table.
 *
 * @param others how many stand not in it, in words; null when none
 */
public record WeighedRows(List<Row> rows, String others) {
  private static final int PERCENT = 100;

  /** One who was weighed; texts for a table. */
  public record Row(
      String name,
      boolean chosen,
      long open,
      long pressing,
      String room,
      String cap,
      String speaks,
      String weight) {}

  static WeighedRows of(Case one, Frame frame, Directory directory, Names names) {
    String reader = frame.viewer().official().id();
    Weighed weighed = Weighed.of(one.route(), Weighed.by(reader, directory), directory);
    String chosen = one.route().choice().map(choice -> choice.official()).orElse("");
    List<Row> rows =
        weighed.candidates().stream()
            .map(who -> row(who, who.official().equals(chosen), frame, names))
            .toList();
    return new WeighedRows(
        rows,
        weighed.others() == 0 || rows.isEmpty()
            ? null
            : frame.say("case.weighed.others", weighed.others()));
  }

  private static Row row(Candidate one, boolean chosen, Frame frame, Names names) {
    String room = String.valueOf(one.capacity());
    return new Row(
        names.of(one.official()),
        chosen,
        one.open(),
        one.pressing(),
        one.share() == PERCENT ? room : room + " · " + one.share() + "%",
        one.cap() == null ? frame.say("case.weighed.none") : String.valueOf(one.cap()),
        frame.say(one.speaks() ? "case.weighed.yes" : "case.weighed.no"),
        Math.round(one.weight() * PERCENT) + "%");
  }
}
