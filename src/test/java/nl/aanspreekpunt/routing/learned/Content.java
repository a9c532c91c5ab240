package nl.aanspreekpunt.routing.learned;

import static nl.aanspreekpunt.store.TestStore.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import nl.aanspreekpunt.store.Store;

/** All that is stored of a model, as text, so that a word that stands in it is found. */
public final class Content {
  private Content() {}

  public static String of(Store store, int version) {
    return of(await(Models.in(store).find(version)).orElseThrow().content());
  }

  static String of(byte[] content) {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      while (zip.getNextEntry() != null) {
        all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }
}
