package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates that WhatsApp approved, and what Twilio refuses about them: a message of nothing
 * (21602), a template that there is not (21655), or one with other places (21656).
 */
final class Approved {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\d+)}}");
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  void add(String sid, String text) {
    texts.put(sid, text);
  }

  Optional<Answer> wrong(Map<String, List<String>> form) {
    if (!form.containsKey("ContentSid")) {
      boolean nothing = !form.containsKey("Body") && !form.containsKey("MediaUrl");
      return nothing ? Optional.of(Answer.error(400, 21602)) : Optional.empty();
    }
    String text = texts.get(form.get("ContentSid").get(0));
    if (text == null) {
      return Optional.of(Answer.error(400, 21655));
    }
    JsonObject said = said(form);
    boolean fits =
        PLACE.matcher(text).results().map(it -> it.group(1)).allMatch(said::containsKey)
            && said.stream().noneMatch(it -> it.getValue().toString().matches("(?s).*[\\n\\t].*"));
    return fits && !form.containsKey("Body")
        ? Optional.empty()
        : Optional.of(Answer.error(400, 21656));
  }

  /** With the words that a template makes as its body. */
  Map<String, List<String>> filled(Map<String, List<String>> form) {
    if (!form.containsKey("ContentSid")) {
      return form;
    }
    JsonObject said = said(form);
    Map<String, List<String>> all = new LinkedHashMap<>(form);
    String body =
        PLACE
            .matcher(texts.get(form.get("ContentSid").get(0)))
            .replaceAll(it -> Matcher.quoteReplacement(said.getString(it.group(1))));
    all.put("Body", List.of(body));
    return all;
  }

  private static JsonObject said(Map<String, List<String>> form) {
    return form.containsKey("ContentVariables")
        ? new JsonObject(form.get("ContentVariables").get(0))
        : new JsonObject();
  }
}
