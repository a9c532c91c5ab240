package nl.aanspreekpunt.inbox.sms;

import java.net.URI;
import java.util.Locale;

/**
 * Where files of messages may be fetched: at Twilio's API, which asks for the account's login, and
 * where that sends on to, which gets none
 * (https://www.twilio.com/docs/messaging/api/media-resource).
 *
 * @param apiUrl as configured, without a slash at the end
 */
record MediaHosts(String apiUrl) {
  private static final String TWILIO = "https://api.twilio.com";
  private static final String API_PATH = "/2010-04-01/Accounts/";
  private static final String BUCKET = "/media.twiliocdn.com/";

  /** What a webhook named, at the API as it is configured; null when it is nothing of the API. */
  URI first(String named) {
    String there =
        named.startsWith(TWILIO + "/") ? apiUrl + named.substring(TWILIO.length()) : named;
    URI uri = uri(there);
    return uri != null && isApi(uri) ? uri : null;
  }

  /** Where that sends on to; null when that is not to be followed. */
  URI next(URI from, String location) {
    URI named = location == null ? null : uri(location);
    URI next = named == null ? null : from.resolve(named);
    return next != null && (isApi(next) || sameHost(next) || isStore(next)) ? next : null;
  }

  /** Whether it gets the login. */
  boolean isApi(URI uri) {
    boolean regional = isHttps(uri) && host(uri).matches("api(\\.[a-z0-9-]+)*\\.twilio\\.com");
    return (sameHost(uri) || regional) && path(uri).startsWith(API_PATH);
  }

  private boolean sameHost(URI uri) {
    URI api = URI.create(apiUrl);
    return uri.getRawUserInfo() == null
        && api.getScheme().equals(uri.getScheme())
        && api.getRawAuthority().equalsIgnoreCase(String.valueOf(uri.getRawAuthority()));
  }

  private static boolean isStore(URI uri) {
    String host = host(uri);
    boolean bucket =
        host.matches("s3[a-z0-9-]*(\\.[a-z0-9-]+)?\\.amazonaws\\.com")
            && path(uri).startsWith(BUCKET);
    return isHttps(uri)
        && (host.endsWith(".twiliocdn.com") || host.endsWith(".twilio.com") || bucket);
  }

  private static boolean isHttps(URI uri) {
    boolean usual = uri.getPort() == -1 || uri.getPort() == 443;
    return "https".equals(uri.getScheme()) && usual && uri.getRawUserInfo() == null;
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** As it is after the dots in it were followed. */
  private static String path(URI uri) {
    String path = uri.normalize().getRawPath();
    return path == null || path.toLowerCase(Locale.ROOT).contains("%2e") ? "" : path;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
