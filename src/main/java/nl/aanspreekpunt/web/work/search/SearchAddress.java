package nl.aanspreekpunt.web.work.search;

import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.search.Asked;

/**
 * What is looked for as the page's address has it.
 *
 * @param fields by name, without those that are empty
 */
public record SearchAddress(Map<String, String> fields) {
  static final String PATH = "/werk/zoeken";

  /** Who is logged in, whoever that is: a view that is shared is about each reader's own. */
  static final String ME = "ik";

  private static final String[] NAMES = {
    "q", "staat", "team", "onderwerp", "wie", "kanaal", "van", "tot", "laat"
  };

  static SearchAddress of(MultiMap query) {
    Map<String, String> fields = new TreeMap<>();
    for (String name : NAMES) {
      String value = query.get(name);
      if (value != null && !value.isBlank()) {
        fields.put(
            name, value.strip().substring(0, Math.min(Asked.LONGEST, value.strip().length())));
      }
    }
    return new SearchAddress(fields);
  }

  /** From {@link #query()}; what is not understood is left out. */
  static SearchAddress read(String query) {
    MultiMap all = MultiMap.caseInsensitiveMultiMap();
    Arrays.stream(query.split("&"))
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> all.add(part[0], decoded(part[1])));
    return of(all);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Empty when nothing is looked for. */
  public String query() {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  String path() {
    return fields.isEmpty() ? PATH : PATH + "?" + query();
  }

  /** The same with more behind it. */
  String with(String more) {
    return path() + (fields.isEmpty() ? "?" : "&") + more;
  }

  /** The words alone. */
  SearchAddress withoutFilters() {
    return new SearchAddress(get("q").isEmpty() ? Map.of() : Map.of("q", get("q")));
  }

  /**
   * @param me official id
   */
  Asked asked(String me) {
    return new Asked(
        get("q"),
        state(),
        orNull("team"),
        orNull("onderwerp"),
        ME.equals(get("wie")) ? me : orNull("wie"),
        orNull("kanaal"),
        day("van"),
        day("tot"),
        get("laat").equals("ja"));
  }

  private Case.State state() {
    return Arrays.stream(Case.State.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(get("staat")))
        .findFirst()
        .orElse(null);
  }

  private LocalDate day(String name) {
    try {
      return get(name).isEmpty() ? null : LocalDate.parse(get(name));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String orNull(String name) {
    return fields.get(name);
  }
}
