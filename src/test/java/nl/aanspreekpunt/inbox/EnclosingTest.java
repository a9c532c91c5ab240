package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import org.junit.jupiter.api.Test;

/** Of the files of messages that are passed on go as many as fit, and the others are named. */
class EnclosingTest {
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void theOldestFirstAsManyAsFit() {
    Receipt later = message("r2", "2026-06-02T10:00:00Z", file("foto.jpg", 5 * MEGABYTE));
    Receipt first =
        message(
            "r1",
            "2026-06-01T10:00:00Z",
            file("film.mp4", 40 * MEGABYTE),
            file("brief.pdf", 6 * MEGABYTE));

    Enclosing files = Enclosing.of(List.of(later, first));

    assertThat(files.goes()).extracting(Enclosing.One::name).containsExactly("brief.pdf");
    assertThat(files.stays())
        .extracting(Enclosing.One::name)
        .containsExactly("film.mp4", "foto.jpg");
    assertThat(Enclosing.of(List.of(later)).goes()).hasSize(1);
  }

  private static Inbound.Attachment file(String name, long size) {
    return new Inbound.Attachment(1, name, "application/pdf", size);
  }

  private static Receipt message(String id, String at, Inbound.Attachment... files) {
    Inbound read =
        new Inbound(
            null,
            null,
            List.of(),
            "",
            "",
            "nl",
            null,
            null,
            false,
            null,
            null,
            false,
            null,
            null,
            List.of(),
            null,
            List.of(files),
            false,
            List.of());
    return new Receipt(
        id,
        Channel.EMAIL,
        Receipt.State.ROUTED,
        Instant.parse(at),
        null,
        null,
        List.of(),
        null,
        0,
        1,
        Map.of(),
        read,
        null,
        null,
        null,
        1,
        null);
  }
}
