package nl.aanspreekpunt.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Style, script, fonts and theme: few and small, read into memory at start, served under names that
 * carry a hash of their content, so that browsers may keep them for a year.
 */
public final class Look implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Look.class);
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  /** A font by the name of its file, with or without quotation marks. */
  private static final Pattern FONT = Pattern.compile("url\\([\"']?([\\w.-]+\\.woff2)[\"']?\\)");

  private record Asset(Buffer plain, Buffer zipped) {}

  private final Map<String, Asset> served = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final String theme;

  /**
   * @param theme CSS class that the theme's tokens hang on
   */
  private Look(String theme) {
    this.theme = theme;
  }

  /** The look that came with the program. */
  public static Look standard() {
    return new Look("voorbeeld-theme").withBuilt();
  }

  /**
   * A municipality's own; what is null is as it came with the program.
   *
   * @param tokens a CSS file of NL Design System tokens; the fonts that it names by their file's
   *     name, {@code url("stad.woff2")}, stand beside it
   * @param className the class its tokens hang on, such as {@code utrecht-theme}
   * @param logo an SVG file
   * @throws UncheckedIOException when a file is not there; it names the file
   */
  public static Look of(Path tokens, String className, Path logo) {
    Look look = tokens == null ? standard() : new Look(className).withBuilt();
    try {
      if (tokens != null) {
        look.put("theme.css", look.withFonts(tokens).getBytes(StandardCharsets.UTF_8));
      }
      if (logo != null) {
        look.put("mark.svg", Files.readAllBytes(logo));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return look;
  }

  private String withFonts(Path tokens) throws IOException {
    StringBuilder css = new StringBuilder();
    Matcher font = FONT.matcher(Files.readString(tokens));
    while (font.find()) {
      String own = put(font.group(1), Files.readAllBytes(tokens.resolveSibling(font.group(1))));
      font.appendReplacement(css, Matcher.quoteReplacement("url(\"" + own + "\")"));
    }
    return font.appendTail(css).toString();
  }

  /** Under a name with its hash. */
  private String put(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String own = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
    served.put(own, new Asset(Buffer.buffer(content), null));
    names.put(name, own);
    return own;
  }

  private Look withBuilt() {
    byte[] list = read("names");
    if (list == null) {
      LOG.warn("pages have no style: run src/main/frontend/build.sh target/classes/static");
      return this;
    }
    for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
      String[] pair = line.split("=", 2);
      byte[] zipped = read(pair[1] + ".gz");
      served.put(
          pair[1],
          new Asset(Buffer.buffer(read(pair[1])), zipped == null ? null : Buffer.buffer(zipped)));
      names.put(pair[0], pair[1]);
    }
    return this;
  }

  private static byte[] read(String name) {
    try (InputStream file = Look.class.getResourceAsStream("/static/" + name)) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /**
   * Where a page finds {@code style.css}, {@code theme.css}, {@code script.js}, {@code live.js},
   * {@code work.js}, {@code mark.svg}.
   */
  public String path(String name) {
    return "/static/" + names.getOrDefault(name, name);
  }

  public String theme() {
    return theme;
  }

  @Override
  public void mount(Router router) {
    router.get("/static/:name").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    String name = context.pathParam("name");
    Asset asset = served.get(name);
    if (asset == null) {
      context.fail(404);
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    response.putHeader("Cache-Control", FOREVER);
    response.putHeader("Vary", "Accept-Encoding");
    if (asset.zipped() != null && takesZipped(context.request())) {
      response.putHeader("Content-Encoding", "gzip").end(asset.zipped());
    } else {
      response.putHeader("Content-Encoding", "identity").end(asset.plain());
    }
  }

  private static boolean takesZipped(HttpServerRequest request) {
    String takes = request.getHeader("Accept-Encoding");
    return takes != null && takes.contains("gzip");
  }
}
