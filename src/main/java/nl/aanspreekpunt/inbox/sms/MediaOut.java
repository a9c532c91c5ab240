package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.delivery.SignedMedia;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Outbox;

/**
 * The photo that goes with a message, for whoever shows the address that {@link SignedMedia} made
 * of it: a provider, which has no login. Anything else is 404.
 */
public record MediaOut(SignedMedia media, Outbox outbox, Enclosures enclosures)
    implements Handler<RoutingContext> {

  public void mount(Router router) {
    router.get(SignedMedia.PATH).handler(this);
  }

  @Override
  public void handle(RoutingContext request) {
    String entry = request.request().getParam("entry");
    String until = request.request().getParam("until");
    if (!media.opens(entry, until, request.request().getParam("signature"))) {
      request.response().setStatusCode(404).end();
      return;
    }
    photo(entry)
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    photo ->
                        request
                            .response()
                            .putHeader("Content-Type", photo.type())
                            .putHeader("Content-Disposition", "attachment")
                            .putHeader("X-Content-Type-Options", "nosniff")
                            .putHeader("Cache-Control", "no-store")
                            .end(photo.bytes()),
                    () -> request.response().setStatusCode(404).end()))
        .onFailure(e -> request.response().setStatusCode(503).end());
  }

  private Future<Optional<Enclosures.File>> photo(String entry) {
    return outbox
        .find(entry)
        .compose(
            found -> found.map(enclosures::of).orElseGet(() -> Future.succeededFuture(List.of())))
        .map(files -> files.stream().filter(one -> one.type().startsWith("image/")).findFirst());
  }
}
