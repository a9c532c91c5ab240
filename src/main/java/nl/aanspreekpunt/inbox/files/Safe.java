package nl.aanspreekpunt.inbox.files;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import nl.aanspreekpunt.outbox.Enclosures;

/** A file as a mail may carry it on. */
final class Safe {
  private static final String ANY = "application/octet-stream";

  private Safe() {}

  /** Name and type are a stranger's: nothing in them may mean something in a header. */
  static Enclosures.File file(String called, String typed, Buffer bytes, int number) {
    String name = called.replaceAll("[^\\p{L}\\p{N}. _-]", "_").strip();
    String type = typed.toLowerCase(Locale.ROOT);
    boolean plain = type.matches("(application|audio|image|text|video)/[a-z0-9.+-]{1,80}");
    return new Enclosures.File(
        name.isEmpty() ? "bijlage-" + number : name.substring(0, Math.min(120, name.length())),
        plain ? type : ANY,
        bytes);
  }
}
