package nl.aanspreekpunt.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Profile;
import nl.aanspreekpunt.official.portrait.OwnPortraits;

/** The portraits of who stands in the directory; no other file has a path. */
public final class Pictures implements Routes {
  private static final Map<String, String> TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "webp", "image/webp");

  private final Directories directories;
  private final OwnPortraits own;
  private final Map<String, Optional<Buffer>> read = new ConcurrentHashMap<>();

  public Pictures(Directories directories, OwnPortraits own) {
    this.directories = directories;
    this.own = own;
  }

  @Override
  public void mount(Router router) {
    router.get("/portraits/:file").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    String file = context.pathParam("file");
    boolean known =
        directories.current().officials().stream()
            .map(Official::portrait)
            .anyMatch(portrait -> Objects.equals(portrait, file));
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (known && file.startsWith(Profile.OWN)) {
      own.find(file)
          .map(found -> found.map(Buffer::buffer))
          .map(Show.by(picture -> answer(context, type, picture)))
          .onFailure(context::fail);
    } else {
      answer(
          context,
          type,
          known && type != null ? read.computeIfAbsent(file, Pictures::read) : Optional.empty());
    }
  }

  private static void answer(RoutingContext context, String type, Optional<Buffer> picture) {
    if (picture.isEmpty()) {
      context.fail(404);
      return;
    }
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "public, max-age=86400")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .end(picture.get());
  }

  /** A few kilobytes, once: from the class path. */
  private static Optional<Buffer> read(String file) {
    try (InputStream stream = Pictures.class.getResourceAsStream("/portraits/" + file)) {
      return stream == null ? Optional.empty() : Optional.of(Buffer.buffer(stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
