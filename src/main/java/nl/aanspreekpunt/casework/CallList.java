package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which cases somebody is to be called: page by page, by when that is due. */
public final class CallList {
  private static final Comparator<Case> SOONEST =
      Comparator.comparing(Case::callAt).thenComparing(Case::id);
  private static final Pattern KEY = Pattern.compile("(-?\\d{1,15})/(\\w{1,20})");

  private final Cases cases;

  public CallList(Cases cases) {
    this.cases = cases;
  }

  /**
   * One case more than fit on the page when another page follows.
   *
   * @param officials whose calls they are (official ids); a case of two of them is there once
   * @param after null for the first page
   */
  public Future<List<Case>> of(List<String> officials, Cases.Cursor after, int most) {
    List<Future<List<Case>>> each =
        officials.stream().map(one -> cases.toCall(one, after, most + 1)).toList();
    return Future.all(each)
        .map(
            all -> {
              Map<String, Case> once = new HashMap<>();
              each.forEach(found -> found.result().forEach(one -> once.put(one.id(), one)));
              return once.values().stream().sorted(SOONEST).limit(most + 1).toList();
            });
  }

  /** What a page ends with, as text. */
  public static String key(Case last) {
    return last.callAt().toEpochMilli() + "/" + last.id();
  }

  /** Empty when that is no end of a page. */
  public static Optional<Cases.Cursor> after(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? Optional.of(
            new Cases.Cursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
        : Optional.empty();
  }
}
