package nl.aanspreekpunt.web.ask;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Pieces;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.webform.FormMessage;
import nl.aanspreekpunt.inbox.webform.Upload;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.web.Waiting;

/**
 * Puts what was filled in into the inbox, once for each form and content, however often it is sent.
 * Files are read and encoded on a few workers.
 */
public final class Posting {
  private static final int AT_ONCE = 2;

  private final Inbox inbox;
  private final Receipts receipts;
  private final String domain;
  private final Vertx vertx;
  private final WorkerExecutor workers;

  private record Written(String id, byte[] raw) {}

  public Posting(Vertx vertx, Inbox inbox, Receipts receipts, String domain) {
    this.vertx = vertx;
    this.inbox = inbox;
    this.receipts = receipts;
    this.domain = domain;
    this.workers = vertx.createSharedWorkerExecutor("web-form", AT_ONCE);
  }

  /**
   * The receipt's id, once it is safe.
   *
   * @param more facts beside the question's
   */
  public Future<String> post(
      WebQuestion question,
      Map<String, String> more,
      String nonce,
      List<FileUpload> files,
      Instant now) {
    Map<String, String> facts = question.facts();
    facts.putAll(more);
    return workers
        .executeBlocking(() -> write(question, facts, nonce, files, now), false)
        .compose(
            written ->
                new Pieces(receipts)
                    .store(written.id(), written.raw())
                    .compose(n -> accept(written, n, facts, now)));
  }

  /** Waits a moment for a message to be placed, so that a page can show it. */
  public Future<Void> placed(String receipt) {
    return Waiting.until(
            vertx,
            () -> receipts.findAll(List.of(receipt)),
            found -> found.stream().anyMatch(one -> one.state() != Receipt.State.RECEIVED))
        .mapEmpty();
  }

  private Written write(
      WebQuestion question,
      Map<String, String> facts,
      String nonce,
      List<FileUpload> files,
      Instant now)
      throws IOException {
    MessageDigest digest = sha256();
    part(digest, nonce.getBytes(StandardCharsets.UTF_8));
    part(digest, facts.toString().getBytes(StandardCharsets.UTF_8));
    List<Upload> uploads = new ArrayList<>();
    for (FileUpload file : files) {
      byte[] content = Files.readAllBytes(Path.of(file.uploadedFileName()));
      Upload upload = new Upload(Upload.nameOf(file.fileName()), file.contentType(), content);
      part(digest, upload.name().getBytes(StandardCharsets.UTF_8));
      part(digest, content);
      uploads.add(upload);
    }
    String id = HexFormat.of().formatHex(digest.digest());
    return new Written(id, FormMessage.of(question, uploads, id, domain, now));
  }

  /** With its length before it, so that no two lists of parts are the same bytes. */
  private static void part(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private Future<String> accept(
      Written written, int pieces, Map<String, String> facts, Instant now) {
    return inbox
        .accept(
            Receipt.received(
                written.id(),
                Channel.WEB,
                now,
                null,
                List.of(),
                pieces == 0 ? written.raw() : null,
                pieces,
                written.raw().length,
                facts))
        .map(Inbox.Accepted::receipt);
  }
}
