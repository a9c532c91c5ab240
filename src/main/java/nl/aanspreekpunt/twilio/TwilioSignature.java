package nl.aanspreekpunt.twilio;

import com.twilio.security.RequestValidator;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets through only what Twilio signed for an account of ours: HMAC-SHA1 of the public URL with
 * path and query, and of the form's fields or of the digest of a JSON body
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-security). The URL is the configured one,
 * never the Host header, so it also holds behind a proxy; with and without its port, since Twilio
 * leaves that out of what it signs for some (https://www.twilio.com/docs/usage/security). Anything
 * else is answered 403 and counted.
 */
public final class TwilioSignature implements Handler<RoutingContext> {
  private static final Pattern URL =
      Pattern.compile("(?i)(https?)://(?:[^/@]*@)?(\\[[^\\]]*\\]|[^/:\\[]*)(:\\d+)?(/.*)?");

  private final List<String> publicUrls;
  private final List<Signer> signers;
  private final Runnable refused;

  private record Signer(TwilioAccount account, RequestValidator validator) {}

  /**
   * @param publicUrl without a slash at the end
   * @param accounts without any, nothing is let through
   * @param refused told of each request that is refused
   */
  public TwilioSignature(String publicUrl, List<TwilioAccount> accounts, Runnable refused) {
    this.publicUrls = spellings(publicUrl);
    this.signers =
        accounts.stream()
            .map(one -> new Signer(one, new RequestValidator(one.authToken())))
            .toList();
    this.refused = refused;
  }

  /** Without name and password, and with and without a port. */
  private static List<String> spellings(String publicUrl) {
    Matcher url = URL.matcher(publicUrl);
    if (!url.matches()) {
      return List.of(publicUrl);
    }
    String host = url.group(1) + "://" + url.group(2);
    String path = url.group(4) == null ? "" : url.group(4);
    String usual = url.group(1).toLowerCase(Locale.ROOT).equals("https") ? ":443" : ":80";
    String port = url.group(3) == null ? usual : url.group(3);
    return Stream.of(host + port + path, host + path).distinct().toList();
  }

  @Override
  public void handle(RoutingContext request) {
    if (signed(request)) {
      request.next();
    } else {
      refused.run();
      request.response().setStatusCode(403).end();
    }
  }

  private boolean signed(RoutingContext request) {
    String signature = request.request().getHeader("X-Twilio-Signature");
    if (signature == null) {
      return false;
    }
    String account = request.request().getParam("AccountSid");
    String uri = request.request().uri();
    return signers.stream()
        .filter(one -> one.account().is(account))
        .anyMatch(
            one ->
                publicUrls.stream()
                    .anyMatch(url -> signed(request, one.validator(), url + uri, signature)));
  }

  private static boolean signed(
      RoutingContext request, RequestValidator validator, String url, String signature) {
    try {
      return isForm(request)
          ? validator.validate(url, signedOf(request.request().formAttributes()), signature)
          : validator.validate(url, body(request), signature);
    } catch (URISyntaxException | RuntimeException e) {
      return false; // a URL that Twilio's validator cannot read was not signed by Twilio
    }
  }

  /** Of anything else the body is signed by its digest in the query. */
  private static boolean isForm(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  private static String body(RoutingContext request) {
    String body = request.body().asString("UTF-8");
    return body == null ? "" : body;
  }

  /**
   * A field that comes more than once is signed once for each value that differs, in their order:
   * so Twilio's own validators have it in other languages; Java's takes one value, so the others
   * are written behind it as they are signed.
   */
  private static Map<String, String> signedOf(MultiMap form) {
    Map<String, TreeSet<String>> all = new TreeMap<>();
    form.forEach(
        field -> all.computeIfAbsent(field.getKey(), any -> new TreeSet<>()).add(field.getValue()));
    Map<String, String> signed = new HashMap<>();
    all.forEach((name, values) -> signed.put(name, String.join(name, values)));
    return signed;
  }
}
