package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.work.GuideWords;

/** What every page here starts from. */
record Looking(Directories directories, Pages pages) {
  private static final int MOST_LINES = 300;

  /** Who may do what, and who answers for whom. */
  private static final Set<String> MATTERS_MOST =
      Set.of("roles", "email", "coordinator", "manager");

  Future<Seen> seen(RoutingContext context) {
    Visit visit = Visit.of(context);
    return directories
        .refresh()
        .compose(
            directory ->
                directories
                    .applied()
                    .map(file -> new Seen(file, directory, visit.words(), visit.now())));
  }

  Frame frame(RoutingContext context, String title, String path) {
    return pages.frame(Visit.of(context), title).at(path);
  }

  /**
   * All of them that matter most, then the first of the others, and how many more there are. What
   * is beyond that many is said as the file's page says it, which takes less.
   */
  List<String> lines(Seen seen, Frame frame, List<DirectoryLine> lines) {
    List<DirectoryLine> first = new ArrayList<>();
    List<DirectoryLine> others = new ArrayList<>();
    lines.forEach(line -> (mattersMost(line) ? first : others).add(line));
    int room = Math.min(others.size(), Math.max(0, MOST_LINES - first.size()));
    first.addAll(others.subList(0, room));
    LineWords words = new LineWords(seen, frame);
    GuideWords plain = new GuideWords(frame, seen.names());
    List<String> said = new ArrayList<>();
    first.stream().limit(MOST_LINES).map(words::of).forEach(said::add);
    first.stream().skip(MOST_LINES).map(plain::of).forEach(said::add);
    if (others.size() > room) {
      said.add(frame.say("gids.line.more", others.size() - room));
    }
    return said;
  }

  private static boolean mattersMost(DirectoryLine line) {
    if (!(line instanceof DirectoryLine.Differs differs)) {
      return false;
    }
    List<String> steps = Place.parse(differs.place()).steps();
    return MATTERS_MOST.contains(steps.get(steps.size() - 1));
  }
}
