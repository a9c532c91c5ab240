package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Rates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who shows a token that may do what is asked (RFC 6750), not too often. */
public final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([\\x21-\\x7e]{1,200})", Pattern.CASE_INSENSITIVE);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NOTED_EACH = Duration.ofHours(1);

  private final ApiTokens tokens;
  private final Directories directories;
  private final Rates rates;

  /**
   * @param aMinute requests of one token
   */
  public Admission(ApiTokens tokens, Directories directories, int aMinute) {
    this.tokens = tokens;
    this.directories = directories;
    this.rates = new Rates(aMinute, MINUTE);
  }

  /**
   * @param scope null: everybody is let in, as nobody
   */
  public Future<Caller> admit(RoutingContext context, Scope scope, Instant now) {
    if (scope == null) {
      return Future.succeededFuture(new Caller(null, null, directories.current()));
    }
    String header = context.request().getHeader("Authorization");
    Matcher bearer = BEARER.matcher(header == null ? "" : header);
    if (!bearer.matches()) {
      return unknown("token-needed").failed();
    }
    return tokens
        .find(ApiToken.hash(bearer.group(1)))
        .map(found -> found.orElseThrow(() -> unknown("token-unknown")))
        .map(token -> admitted(token, scope, now));
  }

  private Caller admitted(ApiToken token, Scope scope, Instant now) {
    if (!rates.allow(token.id(), now)) {
      long seconds = Duration.between(now, rates.again(token.id(), now)).toSeconds() + 1;
      throw Problem.of(429, "too-often").with("Retry-After", Long.toString(seconds));
    }
    Caller caller = caller(token, now);
    if (!token.may(scope)) {
      throw Problem.of(403, "scope", scope.text())
          .with(
              "WWW-Authenticate",
              "Bearer error=\"insufficient_scope\", scope=\"" + scope.text() + "\"");
    }
    note(token, now);
    return caller;
  }

  private Caller caller(ApiToken token, Instant now) {
    Directory directory = directories.current();
    if (token.official() == null) {
      return new Caller(token, null, directory);
    }
    Optional<Official> official =
        directory.official(token.official()).filter(one -> directory.employed(one.id(), now));
    return new Caller(token, official.orElseThrow(() -> unknown("token-of-nobody")), directory);
  }

  private void note(ApiToken token, Instant now) {
    if (token.lastUsed() == null || !token.lastUsed().plus(NOTED_EACH).isAfter(now)) {
      tokens
          .used(token.id(), now)
          .onFailure(e -> LOG.warn("use of token '{}' not noted: {}", token.name(), e.toString()));
    }
  }

  private static Problem unknown(String code) {
    String error = code.equals("token-needed") ? "" : ", error=\"invalid_token\"";
    return Problem.of(401, code).with("WWW-Authenticate", "Bearer realm=\"aanspreekpunt\"" + error);
  }
}
