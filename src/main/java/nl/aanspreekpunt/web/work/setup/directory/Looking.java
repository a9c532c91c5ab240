package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Visit;

/** What every page here starts from. */
record Looking(Directories directories, Pages pages) {
  private static final int MOST_LINES = 300;

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

  /** The first of them, and how many more there are. */
  List<String> lines(Seen seen, Frame frame, List<DirectoryLine> lines) {
    LineWords words = new LineWords(seen, frame);
    List<String> said = new ArrayList<>();
    lines.stream().limit(MOST_LINES).map(words::of).forEach(said::add);
    if (lines.size() > MOST_LINES) {
      said.add(frame.say("gids.line.more", lines.size() - MOST_LINES));
    }
    return said;
  }
}
