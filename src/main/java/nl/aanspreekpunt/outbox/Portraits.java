package nl.aanspreekpunt.outbox;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Pictures of officials, for in a letter. */
public interface Portraits {
  /** Nobody has one. */
  Portraits NONE = file -> Optional.empty();

  /** The hub's mark, for a letter in which nobody is shown. */
  Picture MARK = mark();

  /**
   * The picture of a directory's portrait file, from memory. Mail programs show PNG and JPEG, no
   * SVG: for {@code x.svg} this is the {@code x.png} beside it.
   *
   * @param file null when there is none
   */
  Optional<Picture> find(String file);

  /**
   * @param type {@code image/png} or {@code image/jpeg}
   */
  record Picture(String type, Buffer bytes) {}

  private static Picture mark() {
    try (InputStream file = Portraits.class.getResourceAsStream("/texts/mark.png")) {
      return new Picture("image/png", Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("texts/mark.png", e);
    }
  }
}
