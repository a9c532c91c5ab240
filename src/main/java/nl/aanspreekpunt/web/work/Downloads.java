package nl.aanspreekpunt.web.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is handed over: saved, never opened by the browser (RFC 6266). */
public final class Downloads {
  private Downloads() {}

  /**
   * @param name without quotes or control characters; may be empty
   */
  public static String named(String name) {
    String shown = name.isBlank() ? "bestand" : name;
    String ascii = shown.replaceAll("[^A-Za-z0-9. _-]", "_");
    String coded = URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + coded;
  }
}
