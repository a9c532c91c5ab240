package nl.aanspreekpunt.outbox;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.aanspreekpunt.official.Profile;

/**
 * The portraits on the class path, each read once, a few kilobytes; and the photos that people put
 * there themselves.
 */
public final class PortraitFiles implements Portraits {
  private final Map<String, Optional<Picture>> read = new ConcurrentHashMap<>();
  private final Function<String, Optional<byte[]>> own;

  /**
   * @param own a photo by its name, from memory: JPEG
   */
  public PortraitFiles(Function<String, Optional<byte[]>> own) {
    this.own = own;
  }

  @Override
  public Optional<Picture> find(String file) {
    if (file != null && file.startsWith(Profile.OWN)) {
      return own.apply(file).map(jpeg -> new Picture("image/jpeg", Buffer.buffer(jpeg)));
    }
    return file == null ? Optional.empty() : read.computeIfAbsent(file, PortraitFiles::read);
  }

  private static Optional<Picture> read(String file) {
    String shown = file.endsWith(".svg") ? file.replace(".svg", ".png") : file;
    String type = shown.endsWith(".png") ? "image/png" : "image/jpeg";
    if (!shown.matches("[A-Za-z0-9._-]+\\.(png|jpg)")) {
      return Optional.empty();
    }
    try (InputStream stream = PortraitFiles.class.getResourceAsStream("/portraits/" + shown)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new Picture(type, Buffer.buffer(stream.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("portraits/" + shown, e);
    }
  }
}
