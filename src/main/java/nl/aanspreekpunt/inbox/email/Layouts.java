package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/** Shows a stored mail with its markup, within a {@link Budget}. */
public final class Layouts {
  /** Bytes of the pictures of one mail together; more of them stay files to open. */
  static final int MOST_PICTURES = 8 << 20;

  private final RawMail mails;
  private final WorkerExecutor workers;

  /**
   * @param html clean: it runs nothing and fetches nothing; the mail's own pictures stand in it
   * @param blocked pictures that are not shown
   * @param whole false when some of it is left out
   */
  public record Layout(String html, int blocked, boolean whole) {}

  public Layouts(Vertx vertx, Receipts receipts) {
    this.mails = new RawMail(receipts);
    this.workers = vertx.createSharedWorkerExecutor("mail-reading", EmailReading.WORKERS);
  }

  /**
   * @param receipt with its raw message, or its pieces in the store; a picture that is not to be
   *     opened is not shown
   * @return empty when it has no markup
   */
  public Future<Optional<Layout>> of(Receipt receipt) {
    IntPredicate opens = part -> receipt.stateOf(part).opens();
    return mails.use(
        receipt, raw -> workers.executeBlocking(() -> of(SignedWhole.opened(raw), opens), false));
  }

  static Optional<Layout> of(byte[] raw, IntPredicate opens) {
    Budget budget = new Budget();
    MailPart message = MailPart.read(raw, budget);
    List<MailPart> shown = Words.shown(message);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Decoding decoding = new Decoding(raw, budget);
    Words words = new Words(raw, decoding, budget);
    MailHtml clean = new MailHtml(new Pictures(message.leaves(), decoding, opens)::data, budget);
    StringBuilder html = new StringBuilder();
    for (MailPart part : shown) {
      String source = budget.goesOn() ? words.source(part) : "";
      html.append("<div>")
          .append(clean.of(part.media().isHtml() ? source : plain(source)))
          .append("</div>\n");
    }
    boolean whole = clean.whole() && budget.unreadable().isEmpty();
    return Optional.of(new Layout(html.toString(), clean.blocked(), whole));
  }

  private static String plain(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<p style=\"white-space: pre-wrap\">" + escaped + "</p>";
  }

  /** The pictures that a mail brings along, by their Content-ID (RFC 2392). */
  private static final class Pictures {
    private final List<MailPart> leaves;
    private final Decoding decoding;
    private final IntPredicate opens;
    private int left = MOST_PICTURES;

    Pictures(List<MailPart> leaves, Decoding decoding, IntPredicate opens) {
      this.opens = opens;
      this.leaves = leaves;
      this.decoding = decoding;
    }

    /** Null when there is no such picture, or no room for it. */
    String data(String cid) {
      String id = decoded(cid);
      for (MailPart part : leaves) {
        if (!id.isEmpty() && id.equals(own(part))) {
          return data(part);
        }
      }
      return null;
    }

    private static String own(MailPart part) {
      String id = part.headers().first("content-id").strip();
      return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    private static String decoded(String cid) {
      try {
        return URLDecoder.decode(cid.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
      } catch (IllegalArgumentException notEncoded) {
        return cid.strip();
      }
    }

    private String data(MailPart part) {
      if (!opens.test(part.index()) || decoding.size(part) > left) {
        return null;
      }
      byte[] bytes = decoding.bytes(part, 2 * MOST_PICTURES);
      String type = picture(bytes);
      if (type == null) {
        return null;
      }
      left -= bytes.length;
      return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** By what it is, whatever it says; null for everything else, SVG too. */
    private static String picture(byte[] bytes) {
      String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
      if (head.startsWith("\u0089PNG\r\n")) {
        return "image/png";
      }
      if (head.startsWith("\u00ff\u00d8\u00ff")) {
        return "image/jpeg";
      }
      if (head.startsWith("GIF8")) {
        return "image/gif";
      }
      return head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : null;
    }
  }
}
