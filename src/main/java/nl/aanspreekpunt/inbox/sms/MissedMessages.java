package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.twilio.Listed;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.twilio.TwilioAddress;
import nl.aanspreekpunt.twilio.TwilioLists;

/**
 * Messages that Twilio has for our numbers and that its webhook did not bring, under the receipt
 * that the webhook gives (https://www.twilio.com/docs/messaging/api/message-resource).
 */
public final class MissedMessages implements Listed {
  private static final int TOGETHER = 100;
  private static final int MOST_FILES = 1_000;

  private final Ours ours;
  private final Inbox inbox;
  private final Receipts receipts;
  private final TwilioLists rest;
  private final Supplier<Instant> now;

  public MissedMessages(
      Ours ours, Inbox inbox, Receipts receipts, TwilioLists rest, Supplier<Instant> now) {
    this.ours = ours;
    this.inbox = inbox;
    this.receipts = receipts;
    this.rest = rest;
    this.now = now;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public String resource() {
    return "Messages";
  }

  @Override
  public String field() {
    return "messages";
  }

  @Override
  public String moment() {
    return "DateSent";
  }

  /** What came by a messaging service alone is in the list of all. */
  @Override
  public List<String> to() {
    return ours.service() != null
        ? List.of()
        : ours.numbers().all().stream()
            .flatMap(
                one ->
                    Stream.concat(
                        one.can(Ability.TEXTS) ? Stream.of(one.number()) : Stream.empty(),
                        one.can(Ability.WHATSAPP)
                            ? Stream.of(TwilioAddress.whatsApp(one.number()))
                            : Stream.empty()))
            .toList();
  }

  @Override
  public Instant at(JsonObject one) {
    String when = one.getString("date_sent");
    String sent = when == null ? one.getString("date_created") : when;
    try {
      return sent == null
          ? null
          : ZonedDateTime.parse(sent, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public Future<Integer> take(TwilioAccount account, List<JsonObject> all) {
    List<JsonObject> came =
        all.stream()
            .filter(one -> "inbound".equals(one.getString("direction")))
            .filter(one -> ours.take(one.getString("to"), one.getString("messaging_service_sid")))
            .toList();
    return take(account, came, 0, 0);
  }

  private Future<Integer> take(TwilioAccount account, List<JsonObject> all, int from, int before) {
    if (from >= all.size()) {
      return Future.succeededFuture(before);
    }
    List<JsonObject> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
    return missing(some)
        .compose(
            missing -> {
              Future<Void> taken = Future.succeededFuture();
              for (JsonObject one : missing) {
                taken = taken.compose(done -> take(account, one));
              }
              return taken.map(missing.size());
            })
        .compose(more -> take(account, all, from + TOGETHER, before + more));
  }

  private Future<List<JsonObject>> missing(List<JsonObject> all) {
    List<String> ids = all.stream().map(MissedMessages::id).toList();
    return receipts
        .findAll(ids)
        .map(
            found -> {
              Set<String> known = found.stream().map(Receipt::id).collect(Collectors.toSet());
              return all.stream().filter(one -> !known.contains(id(one))).toList();
            });
  }

  private static String id(JsonObject one) {
    return SmsReceipt.id(one.getString("account_sid"), one.getString("sid"));
  }

  private Future<Void> take(TwilioAccount account, JsonObject one) {
    Map<String, String> fields = new HashMap<>();
    put(fields, "AccountSid", one.getString("account_sid"));
    put(fields, "MessageSid", one.getString("sid"));
    put(fields, "MessagingServiceSid", one.getString("messaging_service_sid"));
    put(fields, "From", one.getString("from"));
    put(fields, "To", one.getString("to"));
    put(fields, "Body", one.getString("body"));
    put(fields, "NumSegments", one.getString("num_segments"));
    put(fields, "NumMedia", one.getString("num_media"));
    put(fields, Receipt.SENT, String.valueOf(at(one)));
    return media(account, one, fields)
        .compose(done -> inbox.accept(SmsReceipt.of(fields::get, now.get())))
        .mapEmpty();
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private Future<Void> media(TwilioAccount account, JsonObject one, Map<String, String> fields) {
    String many = one.getString("num_media");
    if (many == null || many.equals("0")) {
      return Future.succeededFuture();
    }
    String path = "Messages/" + one.getString("sid") + "/Media";
    return rest.read(account, path, "media_list", Map.of(), none -> false, any -> true, MOST_FILES)
        .map(
            all -> {
              List<JsonObject> some = new ArrayList<>(all);
              for (int part = 0; part < Math.min(MediaFields.MOST, some.size()); part++) {
                JsonObject file = some.get(part);
                fields.put(MediaFields.url(part), rest.url(file.getString("uri")));
                put(fields, MediaFields.type(part), file.getString("content_type"));
              }
              return null;
            });
  }
}
