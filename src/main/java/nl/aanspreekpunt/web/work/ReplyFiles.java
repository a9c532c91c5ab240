package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.webform.Photos;
import nl.aanspreekpunt.inbox.webform.Upload;
import nl.aanspreekpunt.web.Visit;

/**
 * Files that an official sends along with an answer. They are on disk before the answer is, so that
 * it goes with them whatever happens in between.
 *
 * @param domain the hub's
 * @param uploads folder for files on their way; each is removed when its request ends
 */
public record ReplyFiles(Receipts receipts, Filing filing, String domain, Path uploads) {
  /** So that who chooses too much is told so on the page. */
  private static final long LARGEST_BODY = 4 * Replying.LARGEST_FILES;

  private static final Act NOT_SENT = (before, now) -> Decision.refused("files-held", "files");

  BodyHandler body() {
    return BodyHandler.create(uploads.toString())
        .setBodyLimit(LARGEST_BODY)
        .setDeleteUploadedFilesOnEnd(true);
  }

  /** The same act with what was chosen, once nothing else is to be mended; or why it cannot be. */
  Future<Act> with(RoutingContext context, Case one, Moment moment, Act act) {
    List<FileUpload> chosen = context.fileUploads().stream().filter(f -> f.size() > 0).toList();
    if (chosen.isEmpty() || !(act instanceof SeenReply reply)) {
      return Future.succeededFuture(act);
    }
    long size = chosen.stream().mapToLong(FileUpload::size).sum();
    List<CaseEvent.Photo> again = reply.reply().files();
    if (chosen.size() > Replying.MOST_FILES || size > Replying.LARGEST_FILES) {
      return Future.succeededFuture((before, now) -> Decision.refused("files", "files"));
    }
    if (reply.with(both(again, unkept(chosen))).on(one, moment)
        instanceof Decision.Refused refused) {
      return Future.succeededFuture((before, now) -> refused);
    }
    return context
        .vertx()
        .executeBlocking(() -> read(chosen), false)
        .compose(
            read ->
                new Photos(context.vertx(), receipts, domain)
                    .keep(one.id(), read, Visit.of(context).now()))
        .compose(kept -> open(kept).map(all -> all ? reply.with(both(again, kept)) : NOT_SENT));
  }

  private static List<CaseEvent.Photo> both(
      List<CaseEvent.Photo> kept, List<CaseEvent.Photo> more) {
    return Stream.concat(kept.stream(), more.stream()).toList();
  }

  /** None of them is held back here, or waits for the virus scanner. */
  private Future<Boolean> open(List<CaseEvent.Photo> kept) {
    return receipts
        .findAll(kept.stream().map(CaseEvent.Photo::receipt).distinct().toList())
        .compose(found -> Future.all(found.stream().map(filing::soon).toList()))
        .map(all -> kept.stream().allMatch(file -> opens(file, all.list())));
  }

  private static boolean opens(CaseEvent.Photo file, List<Receipt> kept) {
    return kept.stream()
        .filter(one -> one.id().equals(file.receipt()))
        .flatMap(one -> one.file(file.part()).stream())
        .anyMatch(one -> one.state().opens());
  }

  private static List<CaseEvent.Photo> unkept(List<FileUpload> chosen) {
    return chosen.stream()
        .map(one -> new CaseEvent.Photo("", 0, Upload.nameOf(one.fileName()), one.size()))
        .toList();
  }

  private static List<Upload> read(List<FileUpload> chosen) throws IOException {
    List<Upload> all = new ArrayList<>();
    for (FileUpload file : chosen) {
      byte[] content = Files.readAllBytes(Path.of(file.uploadedFileName()));
      all.add(new Upload(Upload.nameOf(file.fileName()), file.contentType(), content));
    }
    return all;
  }
}
