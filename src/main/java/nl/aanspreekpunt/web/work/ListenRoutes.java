package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.trail.Reading;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Gate;

/**
 * What somebody spoke on the telephone, to be listened to on the page: sound, by its own bytes,
 * that the hub fetched itself. Also from its middle (RFC 9110, section 14), as browsers ask for it.
 */
public final class ListenRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/bestanden/:receipt/:part/afspelen";
  private static final Set<String> SOUND = Set.of("audio/mpeg", "audio/vnd.wave", "audio/wav");
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");
  private final Gate gate;
  private final CaseMessages messages;
  private final Filing filing;

  public ListenRoutes(
      Gate gate,
      Cases cases,
      Receipts receipts,
      Directories directories,
      Filing filing,
      Reading reading) {
    this.gate = gate;
    this.messages = new CaseMessages(cases, reading, receipts, directories);
    this.filing = filing;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::listen);
  }

  static boolean plays(Receipt receipt, StoredFile file) {
    return receipt.channel() == Channel.PHONE
        && file.state().opens()
        && SOUND.contains(file.type())
        && file.size() <= LARGEST;
  }

  private void listen(RoutingContext context) {
    String part = context.pathParam("part");
    messages
        .asked(context)
        .compose(
            found ->
                found.isEmpty() || !part.matches("\\d{1,6}")
                    ? none(context)
                    : filing
                        .soon(found.get())
                        .compose(known -> play(context, known, known.file(Integer.parseInt(part)))))
        .onFailure(context::fail);
  }

  private Future<Void> play(RoutingContext context, Receipt receipt, Optional<StoredFile> file) {
    if (file.filter(one -> plays(receipt, one)).isEmpty()) {
      return none(context);
    }
    Buffer sound = Buffer.buffer();
    return filing
        .read(
            receipt,
            file.get(),
            piece -> {
              sound.appendBuffer(piece);
              return Future.succeededFuture();
            })
        .compose(all -> give(context, file.get(), sound));
  }

  private static Future<Void> give(RoutingContext context, StoredFile file, Buffer sound) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Type", file.type())
        .putHeader("Content-Encoding", "identity")
        .putHeader("Accept-Ranges", "bytes")
        .putHeader(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    String asked = context.request().getHeader("Range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()) {
      return response.end(sound);
    }
    long from = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    if (from >= sound.length() || last < from) {
      return response
          .setStatusCode(416)
          .putHeader("Content-Range", "bytes */" + sound.length())
          .end();
    }
    int end = (int) (Math.min(last, sound.length() - 1L) + 1);
    return response
        .setStatusCode(206)
        .putHeader("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + sound.length())
        .end(sound.slice((int) from, end));
  }

  private static Future<Void> none(RoutingContext context) {
    context.fail(404);
    return Future.succeededFuture();
  }
}
