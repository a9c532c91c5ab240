package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.work.GuideWords;
import nl.aanspreekpunt.web.work.Names;

/** What every page here starts from. */
record Looking(Directories directories, Pages pages) {
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

  List<String> lines(Frame frame, List<DirectoryLine> lines) {
    GuideWords words = new GuideWords(frame, new Names(directories.current(), frame.words()));
    return lines.stream().map(words::of).toList();
  }
}
