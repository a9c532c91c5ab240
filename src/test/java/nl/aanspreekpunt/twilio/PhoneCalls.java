package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls that Twilio has, both ways (https://www.twilio.com/docs/voice/api/call-resource). */
final class PhoneCalls {
  private static final Pattern ONE = Pattern.compile("/Calls/(CA\\w+)\\.json");
  private final String account;
  final List<Dialled> all = new CopyOnWriteArrayList<>();

  /** What the hub changed of a call that was there, in order. */
  final List<Dialled> changed = new CopyOnWriteArrayList<>();

  /**
   * @param answeredBy null unless a machine was looked for
   */
  private record State(String status, Integer seconds, String answeredBy) {}

  private final Map<String, State> states = new ConcurrentHashMap<>();

  PhoneCalls(String account) {
    this.account = account;
  }

  void came(Map<String, String> form, Instant at, String status, Integer seconds) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    form.forEach((name, value) -> fields.put(name, List.of(value)));
    String when = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
    all.add(new Dialled(form.get("CallSid"), "inbound", when, fields));
    became(form.get("CallSid"), status, seconds, null);
  }

  void became(String sid, String status, Integer seconds, String answeredBy) {
    states.put(sid, new State(status, seconds, answeredBy));
  }

  /**
   * @param path after the account's
   * @return null when it is not about a call
   */
  Answer answer(Asked asked, String path) {
    if (path.equals("/Calls.json")) {
      return asked.method().equals("POST") ? place(asked) : list(asked);
    }
    Matcher one = ONE.matcher(path);
    return one.matches() ? one(asked, one.group(1)) : null;
  }

  /** A call that the hub's instructions made from another: gives its SID. */
  String child(String parent, String to, String from) {
    String sid = String.format("CA%032x", all.size() + 1);
    Map<String, List<String>> fields =
        Map.of("To", List.of(to), "From", List.of(from), "ParentCallSid", List.of(parent));
    all.add(new Dialled(sid, "outbound-dial", TwilioStandIn.NOW, fields));
    return sid;
  }

  private Answer place(Asked asked) {
    String sid = String.format("CA%032x", all.size() + 1);
    Dialled call = new Dialled(sid, "outbound-api", TwilioStandIn.NOW, asked.form());
    all.add(call);
    return Answer.json(201, json(call));
  }

  private Answer list(Asked asked) {
    return Pages.of(
        asked,
        "calls",
        all.stream()
            .map(this::json)
            .filter(one -> same(one.getString("to"), asked.queried("To")))
            .filter(one -> same(one.getString("from"), asked.queried("From")))
            .filter(one -> same(one.getString("status"), asked.queried("Status")))
            .filter(one -> same(one.getString("parent_call_sid"), asked.queried("ParentCallSid")))
            .filter(one -> Pages.within(one.getString("start_time"), asked, "StartTime"))
            .toList());
  }

  private static boolean same(String value, String wanted) {
    return wanted == null || wanted.equals(value);
  }

  private Answer one(Asked asked, String sid) {
    Dialled found = all.stream().filter(it -> it.sid().equals(sid)).findFirst().orElse(null);
    if (found == null) {
      return Answer.error(404, 20404);
    }
    if (asked.method().equals("DELETE")) {
      all.remove(found);
      return Answer.nothing(204);
    }
    if (asked.method().equals("POST")) {
      changed.add(new Dialled(sid, found.direction(), found.at(), asked.form()));
      if (asked.form().containsKey("Status")) {
        became(sid, asked.form().get("Status").get(0), null, null);
      }
    }
    return Answer.json(200, json(found));
  }

  private JsonObject json(Dialled call) {
    State state = states.getOrDefault(call.sid(), new State("queued", null, null));
    String uri = "/2010-04-01/Accounts/" + account + "/Calls/" + call.sid();
    return new JsonObject()
        .put("sid", call.sid())
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("parent_call_sid", call.said("ParentCallSid"))
        .put("date_created", call.at())
        .put("date_updated", call.at())
        .put("start_time", call.at())
        .put("end_time", state.seconds() == null ? null : call.at())
        .put("duration", state.seconds() == null ? null : String.valueOf(state.seconds()))
        .put("to", call.said("To"))
        .put("to_formatted", call.said("To"))
        .put("from", call.said("From"))
        .put("from_formatted", call.said("From"))
        .put("phone_number_sid", null)
        .put("status", state.status())
        .put("price", null)
        .put("price_unit", "USD")
        .put("direction", call.direction())
        .put("answered_by", state.answeredBy())
        .put("forwarded_from", null)
        .put("group_sid", null)
        .put("caller_name", null)
        .put("queue_time", "0")
        .put("trunk_sid", null)
        .put("uri", uri + ".json")
        .put("subresource_uris", new JsonObject().put("recordings", uri + "/Recordings.json"));
  }
}
