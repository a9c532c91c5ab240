package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.FileChange;

/** What a form comes to, seen first and then applied. Both fail with {@link DirectoryRefused}. */
record Applying(Directories directories, Rearranging rearranging) {
  Future<Rearranging.Preview> preview(Change change) {
    return change.fed() == null
        ? rearranging.preview(FileChange.parts(change.edits()))
        : directories
            .fedDifference(change.fed())
            .map(lines -> new Rearranging.Preview(lines, List.of(), directories.current(), 0));
  }

  Future<List<DirectoryLine>> apply(Change change, String by, Instant now) {
    return change.fed() == null
        ? rearranging.apply(FileChange.parts(change.edits()), by, now)
        : directories.feed(change.fed(), by, now);
  }
}
