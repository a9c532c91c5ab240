package nl.aanspreekpunt.outbox.notify;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Letter;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;

/**
 * A kind of message as the gateway takes it: a template that is nothing but its placeholders, and
 * what goes in these.
 */
public sealed interface NotifyMessage {
  /** Where it is posted. */
  String path();

  /** The words that are kept with a try; null: none. */
  String written(Outgoing entry);

  /** Why it cannot go at all; empty when it can. */
  Optional<Reason> refusal(Outgoing entry);

  /** What is posted. Fails with what could not be written. */
  Future<JsonObject> of(Outgoing entry);

  private static JsonObject body(
      Outgoing entry, String field, String template, JsonObject personalisation) {
    return new JsonObject()
        .put(field, entry.notice().to())
        .put("template_id", template)
        .put("personalisation", personalisation)
        .put("reference", entry.id());
  }

  /**
   * A text message, in a template of {@code ((body))}.
   *
   * @param template its id
   */
  record Text(String template, Letters letters) implements NotifyMessage {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    @Override
    public String path() {
      return "/v2/notifications/sms";
    }

    /** A code is not kept. */
    @Override
    public String written(Outgoing entry) {
      return entry.notice().kind() == Notice.Kind.CODE ? null : letters.sms(entry);
    }

    @Override
    public Optional<Reason> refusal(Outgoing entry) {
      return E164.matcher(entry.notice().to()).matches()
          ? Optional.empty()
          : Optional.of(Reason.NO_ADDRESS);
    }

    @Override
    public Future<JsonObject> of(Outgoing entry) {
      String text = entry.written() == null ? letters.sms(entry) : entry.written();
      return Future.succeededFuture(
          body(entry, "phone_number", template, new JsonObject().put("body", text)));
    }
  }

  /**
   * An email, in a template with {@code ((subject))} as its subject and {@code ((body))} as its
   * text. It has no files: they are refused, so that nobody misses them unseen.
   *
   * @param template its id
   */
  record Mail(String template, Letters letters, Enclosures enclosures) implements NotifyMessage {
    @Override
    public String path() {
      return "/v2/notifications/email";
    }

    @Override
    public String written(Outgoing entry) {
      return null;
    }

    @Override
    public Optional<Reason> refusal(Outgoing entry) {
      if (!entry.notice().to().matches("[^@\\s]+@[^@\\s]+")) {
        return Optional.of(Reason.NO_ADDRESS);
      }
      return entry.notice().facts().getOrDefault("files", "").isEmpty()
          ? Optional.empty()
          : Optional.of(Reason.NOTIFY_NO_FILES);
    }

    @Override
    public Future<JsonObject> of(Outgoing entry) {
      return enclosures
          .original(entry)
          .map(
              original -> {
                Letter letter = letters.letter(entry, original);
                return body(
                    entry,
                    "email_address",
                    template,
                    new JsonObject().put("subject", letter.subject()).put("body", letter.text()));
              });
    }
  }
}
