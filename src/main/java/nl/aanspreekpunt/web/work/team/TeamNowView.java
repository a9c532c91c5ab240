package nl.aanspreekpunt.web.work.team;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.figures.Sums;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Frame;

/** From what is known of a team to how it stands. */
public final class TeamNowView {
  private final Frame frame;
  private final Moment moment;
  private final List<Official> staff;

  /**
   * @param staff of the teams, employed
   */
  public TeamNowView(Frame frame, Moment moment, List<Official> staff) {
    this.frame = frame;
    this.moment = moment;
    this.staff = staff;
  }

  /** How many there are of each: those that this reader may know of. */
  public record Counts(int late, int uncertain, int undelivered, int unsteady) {}

  /**
   * @param open by official id
   */
  public TeamNow of(TeamSigns.Signs signs, Counts counts, Map<String, Long> open) {
    List<TeamNow.Due> days = days(signs);
    return new TeamNow(
        signs.felt(), tiles(signs, counts, open, days), load(open), kept(days), counted(signs));
  }

  private String counted(TeamSigns.Signs signs) {
    return frame.say(signs.due().isEmpty() ? "team.now.uncounted" : "team.now.counted");
  }

  private List<TeamNow.Tile> tiles(
      TeamSigns.Signs signs, Counts counts, Map<String, Long> open, List<TeamNow.Due> days) {
    long here =
        staff.stream().filter(one -> moment.directory().here(one.id(), moment.now())).count();
    long all = open.values().stream().mapToLong(Long::longValue).sum();
    long room = staff.stream().mapToLong(Official::capacity).sum();
    int kept = days.stream().mapToInt(TeamNow.Due::kept).sum();
    int due = kept + days.stream().mapToInt(TeamNow.Due::late).sum();
    List<TeamNow.Tile> tiles = new ArrayList<>();
    tiles.add(tile("here", of(here, staff.size()), "afwezig", here < staff.size()));
    tiles.add(tile("load", of(all, room), "open", all > room));
    tiles.add(
        tile(
            "kept",
            due == 0 ? frame.say("team.now.kept.none") : of(kept, due),
            "beloften",
            kept < due));
    tiles.add(number("late", counts.late(), "te-laat"));
    tiles.add(number("soon", signs.foreseen().size(), "escaleert"));
    tiles.add(number("uncertain", counts.uncertain(), "onzeker"));
    tiles.add(number("undelivered", counts.undelivered(), "niet-aangekomen"));
    tiles.add(number("unsteady", counts.unsteady(), "wisselingen"));
    tiles.add(number("uncovered", Uncovered.of(staff, moment).size(), "zonder-vervanger"));
    return tiles;
  }

  private String of(long some, long all) {
    return frame.say("team.now.of", some, all);
  }

  private TeamNow.Tile number(String what, int n, String list) {
    String figure = n >= TeamSigns.MOST ? n + "+" : String.valueOf(n);
    return tile(what, figure, list, n > 0);
  }

  private TeamNow.Tile tile(String what, String figure, String list, boolean pressing) {
    return new TeamNow.Tile(
        what, frame.say("team.now." + what), figure, TeamNow.LIST + list, pressing);
  }

  /** In the order of the directory: it is no ranking. */
  private TeamNow.Load load(Map<String, Long> open) {
    List<TeamNow.Bar> bars =
        staff.stream()
            .map(
                one -> {
                  long theirs = open.getOrDefault(one.id(), 0L);
                  boolean over = theirs > one.capacity();
                  String room =
                      frame.say(
                          over ? "team.now.over" : "team.now.room",
                          Math.abs(one.capacity() - theirs));
                  return new TeamNow.Bar(
                      one.id(),
                      one.name(),
                      theirs,
                      one.capacity(),
                      over,
                      room,
                      TeamNow.LIST + "open?wie=" + one.id());
                })
            .toList();
    long over = bars.stream().filter(TeamNow.Bar::over).count();
    long most =
        bars.stream().mapToLong(one -> Math.max(one.open(), one.capacity())).max().orElse(1);
    String title =
        over == 0
            ? frame.say("team.now.load.fits")
            : frame.say("team.now.load.over", over, bars.size());
    return new TeamNow.Load(title, (int) Math.max(1, most), bars);
  }

  private List<TeamNow.Due> days(TeamSigns.Signs signs) {
    return signs.week().days().stream()
        .map(day -> day(day, signs.due().getOrDefault(day, Sums.NONE)))
        .toList();
  }

  private TeamNow.Due day(LocalDate day, Sums sums) {
    return new TeamNow.Due(
        day.getDayOfWeek().getDisplayName(TextStyle.FULL, frame.words().locale()),
        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, frame.words().locale()),
        sums.kept(),
        sums.due() - sums.kept());
  }

  private TeamNow.Kept kept(List<TeamNow.Due> days) {
    int kept = days.stream().mapToInt(TeamNow.Due::kept).sum();
    int late = days.stream().mapToInt(TeamNow.Due::late).sum();
    int most = days.stream().mapToInt(one -> one.kept() + one.late()).max().orElse(1);
    String title =
        kept + late == 0
            ? frame.say("team.now.kept.nothing")
            : late == 0
                ? frame.say("team.now.kept.all", kept)
                : frame.say("team.now.kept.some", kept, kept + late, late);
    return new TeamNow.Kept(title, Math.max(1, most), days);
  }
}
