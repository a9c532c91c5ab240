package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/** Tokens: made, listed, removed by an administrator. */
final class TokenCalls {
  private final ApiTokens tokens;
  private final Trail trail;

  TokenCalls(ApiTokens tokens, Trail trail) {
    this.tokens = tokens;
    this.trail = trail;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/tokens", Scope.ADMIN, this::make),
        Operation.get("/tokens", Scope.ADMIN, this::list),
        Operation.delete("/tokens/:id", Scope.ADMIN, this::remove));
  }

  private Future<Answer> make(Call call) {
    Fields body = call.body();
    String name = body.needed("name", body.line("name", Fields.LINE));
    Set<Scope> scopes = scopes(body);
    String official = body.line("official", Fields.LINE);
    if (official != null && !call.directory().employed(official, call.now())) {
      body.mistake("official", "official");
    }
    if (official == null && readsCases(scopes) && !scopes.contains(Scope.ADMIN)) {
      body.mistake("official", "official-or-admin");
    }
    body.check();
    String token = ApiToken.random();
    ApiToken made =
        new ApiToken(
            ApiToken.hash(token),
            name,
            scopes,
            official,
            call.now(),
            call.caller().token().name(),
            null);
    Deed deed = deed(Kind.TOKEN_MADE, made, call).detail(may(made));
    return trail
        .record(deed)
        .compose(said -> tokens.add(made))
        .map(
            added ->
                Answer.created(
                    shape(made).put("token", token), Call.BASE + "/tokens/" + made.id()));
  }

  /** What it may, and in whose name. */
  private static String may(ApiToken token) {
    String may = String.join(" ", token.scopes().stream().map(Scope::text).sorted().toList());
    return token.official() == null ? may : may + " official=" + token.official();
  }

  private static boolean readsCases(Set<Scope> scopes) {
    return scopes.contains(Scope.CASES_READ) || scopes.contains(Scope.CASES_WRITE);
  }

  private static Set<Scope> scopes(Fields body) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String written : body.texts("scopes", Scope.values().length)) {
      Scope.of(written).ifPresentOrElse(scopes::add, () -> body.mistake("scopes", "one-of", all()));
    }
    return body.needed("scopes", scopes.isEmpty() ? null : scopes) == null ? Set.of() : scopes;
  }

  private static String all() {
    return String.join(", ", EnumSet.allOf(Scope.class).stream().map(Scope::text).toList());
  }

  private Future<Answer> list(Call call) {
    return tokens.all().map(all -> Answer.ok(Json.of("items", Json.list(all, TokenCalls::shape))));
  }

  private static JsonObject shape(ApiToken token) {
    List<String> scopes = token.scopes().stream().map(Scope::text).sorted().toList();
    return Json.of(
        "id",
        token.id(),
        "name",
        token.name(),
        "scopes",
        new JsonArray(scopes),
        "official",
        token.official(),
        "createdAt",
        token.createdAt(),
        "createdBy",
        token.createdBy(),
        "lastUsed",
        token.lastUsed());
  }

  private static Deed deed(Kind kind, ApiToken token, Call call) {
    Caller caller = call.caller();
    String through = Deeds.token(caller.token().id());
    String by = caller.isSystem() ? through : caller.official().id();
    Deed deed = Deeds.token(kind, token.id(), token.name(), by, call.now());
    return caller.isSystem() ? deed : deed.from(through);
  }

  private Future<Answer> remove(Call call) {
    String id = call.path("id");
    return tokens
        .find(id)
        .compose(
            found ->
                tokens
                    .remove(id)
                    .compose(
                        there ->
                            there
                                ? trail.note(found.map(one -> deed(Kind.TOKEN_REVOKED, one, call)))
                                : Problem.noSuch("token").<Boolean>failed()))
        .map(done -> Answer.nothing());
  }
}
