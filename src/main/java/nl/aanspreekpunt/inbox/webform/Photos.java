package nl.aanspreekpunt.inbox.webform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Pieces;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/**
 * Pictures that an official took on the spot, kept as a message of the case that nobody sent: who
 * may read the case opens them as any attachment.
 */
public final class Photos {
  /** In one talk. */
  public static final int MOST = 6;

  /** Bytes of all together. */
  public static final long LARGEST = 15 << 20;

  private final Vertx vertx;
  private final Receipts receipts;
  private final String domain;

  public Photos(Vertx vertx, Receipts receipts, String domain) {
    this.vertx = vertx;
    this.receipts = receipts;
    this.domain = domain;
  }

  /** By its first bytes, whatever it is called: JPEG, PNG, WebP, or what telephones make (HEIF). */
  public static boolean isPicture(byte[] content) {
    String start =
        new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00ff\u00d8\u00ff")
        || start.startsWith("\u0089PNG\r\n")
        || (start.startsWith("RIFF") && start.endsWith("WEBP"))
        || start.matches("(?s).{4}ftyp(heic|heix|heim|mif1|msf1|avif)");
  }

  /** On disk once the future completes; the same again are the same. */
  public Future<List<CaseEvent.Photo>> keep(String number, List<Upload> uploads, Instant now) {
    if (uploads.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    String id = id(number, uploads);
    return vertx
        .executeBlocking(() -> FormMessage.of(nobody(), uploads, id, domain, now), false)
        .compose(
            raw -> new Pieces(receipts).store(id, raw).compose(n -> keep(id, number, raw, n, now)))
        .map(kept -> photos(id, uploads));
  }

  private static WebQuestion nobody() {
    Correspondent none = new Correspondent(null, null, null, null);
    return new WebQuestion(none, null, null, null, null, "", "nl");
  }

  private Future<Boolean> keep(String id, String number, byte[] raw, int pieces, Instant now) {
    return receipts.store(
        new Receipt(
            id,
            Channel.WEB,
            Receipt.State.NOTED,
            now,
            now,
            null,
            List.of(),
            pieces == 0 ? raw : null,
            pieces,
            raw.length,
            Map.of(),
            null,
            number,
            null,
            "photos",
            0,
            null,
            List.of(),
            now,
            now));
  }

  /** The text is the first part of the message. */
  private static List<CaseEvent.Photo> photos(String id, List<Upload> uploads) {
    List<CaseEvent.Photo> photos = new ArrayList<>();
    for (int i = 0; i < uploads.size(); i++) {
      Upload one = uploads.get(i);
      photos.add(new CaseEvent.Photo(id, i + 1, one.name(), one.content().length));
    }
    return photos;
  }

  private static String id(String number, List<Upload> uploads) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("photos of " + number).getBytes(StandardCharsets.UTF_8));
      for (Upload one : uploads) {
        String before = one.name() + "\n" + one.content().length + "\n";
        digest.update(before.getBytes(StandardCharsets.UTF_8));
        digest.update(one.content());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
