package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list is asked for.
 *
 * @param after what the page before ended with; null for the first page
 */
record Page(String after, int limit) {
  private static final int USUAL = 50;
  private static final int LARGEST = 100;

  static Page of(Call call) {
    String limit = call.query("limit");
    String cursor = call.query("cursor");
    try {
      int asked = limit == null ? USUAL : Integer.parseInt(limit);
      if (asked < 1 || asked > LARGEST) {
        throw call.wrong("limit", "limit", LARGEST);
      }
      return new Page(cursor == null ? null : decoded(cursor), asked);
    } catch (NumberFormatException e) {
      throw call.wrong("limit", "limit", LARGEST);
    } catch (IllegalArgumentException e) {
      throw call.wrong("cursor", "cursor");
    }
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  /** What stands on this page, of what was found with one more. */
  <T> List<T> shown(List<T> found) {
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** What the page ends with when another follows; else null. */
  <T> String next(List<T> found, Function<T, String> key) {
    return found.size() > limit ? key.apply(found.get(limit - 1)) : null;
  }

  /**
   * @param next null on the last page
   */
  JsonObject answer(JsonArray items, String next) {
    byte[] cursor = next == null ? null : next.getBytes(StandardCharsets.UTF_8);
    return Json.of(
        "items",
        items,
        "next",
        cursor == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(cursor));
  }
}
