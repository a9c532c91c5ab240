package nl.aanspreekpunt.web.follow;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.web.ask.AskRoutes;

/** Files that came with a form: as many, and as large, as with a first question. */
record Enclosed(List<FileUpload> all) {
  /** More than is allowed, so that who chose files too large finds the rest as it was typed. */
  static final long LARGEST_BODY = 5 * AskRoutes.LARGEST_FILES;

  /** Without the empty one that a browser sends where none was chosen. */
  static Enclosed in(RoutingContext context) {
    return new Enclosed(context.fileUploads().stream().filter(file -> file.size() > 0).toList());
  }

  boolean tooMuch() {
    return all.size() > AskRoutes.MOST_FILES
        || all.stream().mapToLong(FileUpload::size).sum() > AskRoutes.LARGEST_FILES;
  }
}
