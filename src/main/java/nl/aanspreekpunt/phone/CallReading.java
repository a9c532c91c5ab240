package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Unread;

/** A call as the inbox takes it in: who called, and whether they are to be called back. */
public final class CallReading implements Reading {
  private final Reading mime;
  private final Lines lines;

  /**
   * @param mime reads the spoken message, which stands in a MIME message
   */
  public CallReading(Reading mime, Lines lines) {
    this.mime = mime;
    this.lines = lines;
  }

  @Override
  public Future<Inbound> read(Receipt receipt) {
    return receipt.raw() == null && receipt.pieces() == 0
        ? Future.succeededFuture(inbound(receipt, List.of(), List.of()))
        : mime.read(receipt).map(read -> inbound(receipt, read.attachments(), read.unreadable()));
  }

  private Inbound inbound(
      Receipt receipt, List<Inbound.Attachment> files, List<Unread> unreadable) {
    Map<String, String> facts = receipt.facts();
    String from = facts.get(Taken.FROM);
    String back = facts.get(Taken.CALLBACK);
    String language = facts.getOrDefault(Taken.LANGUAGE, "nl");
    String said = files.isEmpty() ? "taken.call" : "taken.message";
    return new Inbound(
        from == null ? null : new Address(Address.Kind.PHONE, from),
        null,
        receipt.recipients(),
        "",
        lines.line(language, said, Map.of()).text(),
        language,
        null,
        null,
        false,
        null,
        back == null ? null : new Inbound.Callback(back, "", ""),
        false,
        receipt.facts().containsKey(Taken.KEYED) ? Doubt.KEYED.detail() : null,
        null,
        List.of(),
        null,
        files,
        false,
        unreadable);
  }
}
