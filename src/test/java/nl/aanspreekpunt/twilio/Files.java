package nl.aanspreekpunt.twilio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of messages and recordings of calls: asked for with the account's login. For a message's
 * file Twilio names a place elsewhere, which wants no login and gets none
 * (https://www.twilio.com/docs/messaging/api/media-resource,
 * https://www.twilio.com/docs/voice/api/recording).
 */
final class Files {
  private static final Pattern MEDIA = Pattern.compile("/Messages/(\\w+)/Media/(ME\\w+)(\\.json)?");
  private static final Pattern MEDIA_LIST = Pattern.compile("/Messages/(\\w+)/Media\\.json");
  private static final Pattern RECORDING =
      Pattern.compile("(?:/Calls/\\w+)?/Recordings/(RE\\w+?)(\\.json|\\.mp3|\\.wav)?");
  static final String ELSEWHERE = "/elsewhere/";

  /**
   * @param of the message or call
   * @param seconds of a recording
   */
  private record Kept(String sid, String of, String type, byte[] bytes, int seconds) {}

  private final String account;
  private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();
  private final AtomicInteger last = new AtomicInteger();

  Files(String account) {
    this.account = account;
  }

  /** Gives the path of its bytes. */
  String media(String message, String type, byte[] bytes) {
    String sid = String.format("ME%032x", last.incrementAndGet());
    kept.put(sid, new Kept(sid, message, type, bytes, 0));
    return api() + "/Messages/" + message + "/Media/" + sid;
  }

  /** Gives its SID. */
  String recording(String call, byte[] bytes, int seconds) {
    String sid = String.format("RE%032x", last.incrementAndGet());
    kept.put(sid, new Kept(sid, call, "audio/mpeg", bytes, seconds));
    return sid;
  }

  /** SIDs of what Twilio still has. */
  List<String> kept() {
    return new ArrayList<>(kept.keySet());
  }

  /** Without a login; null when that is not what is asked. */
  Answer elsewhere(Asked asked) {
    if (!asked.path().startsWith(ELSEWHERE)) {
      return null;
    }
    Kept one = kept.get(asked.path().substring(ELSEWHERE.length()));
    return one == null
        ? Answer.nothing(404)
        : asked.authorization() != null ? Answer.nothing(400) : bytes(one);
  }

  /**
   * @param path after the account's
   * @return null when it is not about a file
   */
  Answer answer(Asked asked, String path) {
    Matcher list = MEDIA_LIST.matcher(path);
    if (list.matches()) {
      return Pages.of(
          asked,
          "media_list",
          kept.values().stream()
              .filter(one -> one.of().equals(list.group(1)))
              .map(this::mediaJson)
              .toList());
    }
    Matcher media = MEDIA.matcher(path);
    if (media.matches()) {
      Kept one = kept.get(media.group(2));
      return one == null || media.group(3) != null
          ? described(asked, one)
          : Answer.nothing(307).with("Location", ELSEWHERE + one.sid());
    }
    Matcher recording = RECORDING.matcher(path);
    if (recording.matches()) {
      Kept one = kept.get(recording.group(1));
      return one == null || ".json".equals(recording.group(2)) ? described(asked, one) : bytes(one);
    }
    return null;
  }

  private Answer described(Asked asked, Kept one) {
    if (one == null) {
      return Answer.error(404, 20404);
    }
    if (asked.method().equals("DELETE")) {
      kept.remove(one.sid());
      return Answer.nothing(204);
    }
    return Answer.json(200, one.sid().startsWith("ME") ? mediaJson(one) : recordingJson(one));
  }

  private static Answer bytes(Kept one) {
    return new Answer(
        200, Map.of("Content-Type", one.type()), Buffer.buffer(one.bytes()), Answer.Then.ARRIVES);
  }

  private JsonObject mediaJson(Kept one) {
    return json(one, "/Messages/" + one.of() + "/Media/")
        .put("content_type", one.type())
        .put("parent_sid", one.of());
  }

  private JsonObject recordingJson(Kept one) {
    return json(one, "/Recordings/")
        .put("api_version", "2010-04-01")
        .put("call_sid", one.of())
        .put("conference_sid", null)
        .put("start_time", TwilioStandIn.NOW)
        .put("duration", String.valueOf(one.seconds()))
        .put("price", null)
        .put("price_unit", "USD")
        .put("status", "completed")
        .put("channels", 1)
        .put("source", "RecordVerb")
        .put("error_code", null)
        .put("encryption_details", null)
        .put("subresource_uris", new JsonObject())
        .put("media_url", "https://api.twilio.com" + api() + "/Recordings/" + one.sid());
  }

  private JsonObject json(Kept one, String folder) {
    return new JsonObject()
        .put("sid", one.sid())
        .put("account_sid", account)
        .put("date_created", TwilioStandIn.NOW)
        .put("date_updated", TwilioStandIn.NOW)
        .put("uri", api() + folder + one.sid() + ".json");
  }

  private String api() {
    return "/2010-04-01/Accounts/" + account;
  }
}
