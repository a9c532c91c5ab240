package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A list, latest first, in pages (https://www.twilio.com/docs/usage/twilios-response). */
final class Pages {
  private static final int USUAL = 50;
  private static final int MOST = 1000;

  private Pages() {}

  /**
   * @param all oldest first
   */
  static Answer of(Asked asked, String name, List<JsonObject> all) {
    int size = Math.min(MOST, number(asked, "PageSize", USUAL));
    int page = number(asked, "Page", 0);
    JsonArray these = new JsonArray();
    for (int i = all.size() - 1 - page * size; i >= 0 && these.size() < size; i--) {
      these.add(all.get(i));
    }
    boolean more = all.size() > (page + 1) * size;
    return Answer.json(
        200,
        new JsonObject()
            .put(name, these)
            .put("page", page)
            .put("page_size", size)
            .put("start", page * size)
            .put("end", Math.max(0, page * size + these.size() - 1))
            .put("uri", uri(asked, page))
            .put("first_page_uri", uri(asked, 0))
            .put("previous_page_uri", page == 0 ? null : uri(asked, page - 1))
            .put("next_page_uri", more ? uri(asked, page + 1) : null));
  }

  private static int number(Asked asked, String name, int usual) {
    return asked.queried(name) == null ? usual : Integer.parseInt(asked.queried(name));
  }

  private static String uri(Asked asked, int page) {
    StringBuilder uri = new StringBuilder(asked.path()).append("?Page=").append(page);
    asked
        .query()
        .forEach(
            (key, values) -> {
              if (!key.equals("Page")) {
                values.forEach(
                    value ->
                        uri.append('&').append(encoded(key)).append('=').append(encoded(value)));
              }
            });
    return uri.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Whether it was on the day that is asked for, not before and not after.
   *
   * @param when RFC 2822
   * @param name of the filter; with {@code <} and {@code >} behind it those of a moment
   */
  static boolean within(String when, Asked asked, String name) {
    Instant at = ZonedDateTime.parse(when, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    String day = asked.queried(name);
    String before = asked.queried(name + "<");
    String after = asked.queried(name + ">");
    return (day == null || at.toString().startsWith(day.substring(0, 10)))
        && (before == null || !at.isAfter(moment(before)))
        && (after == null || !at.isBefore(moment(after)));
  }

  private static Instant moment(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : ZonedDateTime.parse(text).toInstant();
  }
}
