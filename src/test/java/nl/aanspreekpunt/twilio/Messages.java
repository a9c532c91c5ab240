package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages that Twilio has, both ways
 * (https://www.twilio.com/docs/messaging/api/message-resource).
 */
final class Messages {
  private static final Pattern ONE = Pattern.compile("/Messages/(\\w+)\\.json");

  /** RFC 2822, as Twilio writes it and its SDK reads it: a zone by its offset. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final String account;
  final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** Those that came in, as the fields of their webhook and when they came. */
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final Map<String, Integer> errors = new ConcurrentHashMap<>();

  private record Received(Map<String, String> form, String at) {}

  Messages(String account) {
    this.account = account;
  }

  void came(Map<String, String> form, Instant at) {
    received.add(new Received(form, DATE.format(at.atZone(ZoneOffset.UTC))));
  }

  void became(String sid, String status, String error) {
    statuses.put(sid, status);
    if (error != null) {
      errors.put(sid, Integer.valueOf(error));
    }
  }

  Answer list(Asked asked) {
    List<JsonObject> all = new ArrayList<>();
    sent.forEach(one -> all.add(json(one)));
    received.forEach(one -> all.add(json(one)));
    all.removeIf(one -> !fits(one, asked));
    return Pages.of(asked, "messages", all);
  }

  private static boolean fits(JsonObject one, Asked asked) {
    return same(one.getString("to"), asked.queried("To"))
        && same(one.getString("from"), asked.queried("From"))
        && Pages.within(one.getString("date_sent"), asked, "DateSent");
  }

  private static boolean same(String value, String wanted) {
    return wanted == null || wanted.equals(value);
  }

  /**
   * @param path after the account's
   * @return null when it is not about a message
   */
  Answer answer(Asked asked, String path) {
    Matcher one = ONE.matcher(path);
    JsonObject found = one.matches() ? find(one.group(1)) : null;
    if (found != null && asked.method().equals("DELETE")) {
      sent.removeIf(it -> it.sid().equals(one.group(1)));
      received.removeIf(it -> one.group(1).equals(it.form().get("MessageSid")));
      return Answer.nothing(204);
    }
    return found == null ? null : Answer.json(200, found);
  }

  private JsonObject find(String sid) {
    return Stream.concat(sent.stream().map(this::json), received.stream().map(this::json))
        .filter(one -> one.getString("sid").equals(sid))
        .findFirst()
        .orElse(null);
  }

  JsonObject json(Sent message) {
    boolean service = message.from() != null && message.from().startsWith("MG");
    return json(message.sid(), message.created())
        .put("direction", "outbound-api")
        .put("to", message.to())
        .put("from", service ? null : message.from())
        .put("messaging_service_sid", service ? message.from() : null)
        .put("body", message.body() == null ? "" : message.body())
        .put("num_media", String.valueOf(message.form().getOrDefault("MediaUrl", List.of()).size()))
        .put("status", statuses.getOrDefault(message.sid(), "queued"))
        .put("error_code", errors.get(message.sid()));
  }

  private JsonObject json(Received message) {
    Map<String, String> form = message.form();
    return json(form.get("MessageSid"), message.at())
        .put("direction", "inbound")
        .put("to", form.get("To"))
        .put("from", form.get("From"))
        .put("messaging_service_sid", null)
        .put("body", form.get("Body"))
        .put("num_media", form.getOrDefault("NumMedia", "0"))
        .put("status", "received")
        .put("error_code", null);
  }

  private JsonObject json(String sid, String when) {
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + sid;
    return new JsonObject()
        .put("sid", sid)
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("num_segments", "1")
        .put("date_created", when)
        .put("date_updated", when)
        .put("date_sent", when)
        .put("price", null)
        .put("price_unit", "USD")
        .put("error_message", null)
        .put("uri", uri + ".json")
        .put("subresource_uris", new JsonObject().put("media", uri + "/Media.json"));
  }
}
