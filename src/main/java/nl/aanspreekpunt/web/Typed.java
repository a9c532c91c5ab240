package nl.aanspreekpunt.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A form that an official filled in and that could not be taken, since they were no longer logged
 * in: it is shown to them again, as it was.
 *
 * @param path where it was sent to
 * @param fields as they were filled in, its token among them
 */
public record Typed(String path, Map<String, String> fields) {
  private static final List<String> WORDS =
      List.of(
          "text",
          "talk",
          "noted",
          "explanation",
          "handover",
          "attemptNote",
          "reason",
          "note",
          "what",
          "words",
          "dutch",
          "english");

  /** Forms that are sent to the page they are on. */
  private static final Set<String> OWN =
      Set.of(
          "/werk/nieuw",
          "/werk/gids",
          "/werk/vertrek",
          "/werk/knelpunten/nieuw",
          "/werk/verhalen/nieuw",
          "/werk/teksten/nieuw");

  private static final String KEY = "typed";
  private static final String PATH = "typed-to";
  private static final String PREFIX = "typed.";

  /** The form that is in this request. */
  public static Typed in(RoutingContext context) {
    Map<String, String> fields = new TreeMap<>();
    context.request().formAttributes().forEach(one -> fields.put(one.getKey(), one.getValue()));
    return new Typed(context.request().path(), fields);
  }

  /** The one that a log-in form carries along; null if none. */
  public static Typed carried(MultiMap login) {
    String path = login.get(PATH);
    if (path == null || !isWork(path)) {
      return null;
    }
    Map<String, String> fields = new TreeMap<>();
    login.forEach(
        one -> {
          if (one.getKey().startsWith(PREFIX)) {
            fields.put(one.getKey().substring(PREFIX.length()), one.getValue());
          }
        });
    return new Typed(path, fields);
  }

  /** Whether what is sent there is work that must not be lost: never a password. */
  public static boolean isWork(String path) {
    return path.matches("/werk/[\\w./-]{1,400}");
  }

  /** What a log-in form has to carry, by field. */
  public Map<String, String> hidden() {
    Map<String, String> hidden = new TreeMap<>();
    fields.forEach((name, value) -> hidden.put(PREFIX + name, value));
    hidden.put(PATH, path);
    return hidden;
  }

  /** What somebody wrote in their own words. */
  List<String> words() {
    return WORDS.stream()
        .map(fields::get)
        .filter(value -> value != null && !value.isBlank())
        .toList();
  }

  public String token() {
    return fields.get("token");
  }

  /** What the form does: the last part of its path. */
  public String act() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The page that the form is on. */
  public String page() {
    boolean own =
        OWN.contains(path)
            || path.matches("/werk/teksten/[\\w-]+")
            || path.matches("/werk/beheer/teksten/tekst/[\\w.-]+")
            || path.matches("/werk/beheer/gids/.*(?<!/wachtwoord)");
    return own ? path : path.substring(0, path.lastIndexOf('/'));
  }

  /** Answers with the page that the form is on, filled in. */
  public void again(RoutingContext context) {
    context.put(KEY, this);
    context.reroute(HttpMethod.GET, page());
  }

  /** What is to be filled in again on the page that is asked for; null if nothing. */
  public static Typed of(RoutingContext context) {
    return context.get(KEY);
  }
}
