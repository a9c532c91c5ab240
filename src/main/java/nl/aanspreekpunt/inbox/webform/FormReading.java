package nl.aanspreekpunt.inbox.webform;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;

/**
 * Reads a web form's receipt: what was filled in from its facts, the files from its MIME message,
 * as email is read. A reply on a follow page carries the case it belongs to.
 */
public final class FormReading implements Reading {
  /** The fact that names the case, signed for by the follow link it was written on. */
  public static final String CASE = "case";

  private final Reading mime;

  /**
   * @param mime reads the MIME message of a receipt
   */
  public FormReading(Reading mime) {
    this.mime = mime;
  }

  @Override
  public Future<Inbound> read(Receipt receipt) {
    WebQuestion question = WebQuestion.of(receipt.facts());
    return mime.read(receipt).map(read -> with(question, receipt, read));
  }

  private static Inbound with(WebQuestion question, Receipt receipt, Inbound read) {
    return new Inbound(
        question.from().address(),
        question.from().name(),
        List.of(),
        question.subject(),
        question.words(),
        question.language(),
        question.topic(),
        question.neighbourhood(),
        question.complaint() != null,
        question.legal(),
        question.from().callback(),
        false,
        null,
        read.messageId(),
        List.of(),
        receipt.facts().get(CASE),
        read.attachments(),
        false,
        read.unreadable());
  }
}
