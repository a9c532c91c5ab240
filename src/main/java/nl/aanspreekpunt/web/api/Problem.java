package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.web.ApiWords;
import nl.aanspreekpunt.web.ProblemDocument;

/**
 * What a request is refused with (RFC 9457). It ends the request from wherever it is found, and has
 * no stack trace: nothing is broken.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One thing to mend in a request. */
  record Mistake(String field, String detail) {}

  private final int status;
  private final String code;
  private final transient List<Mistake> mistakes;
  private final transient Map<String, String> headers;

  private Problem(
      int status, String code, String detail, List<Mistake> mistakes, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.mistakes = mistakes;
    this.headers = headers;
  }

  /** Its sentence is {@code <code>} of the texts. */
  static Problem of(int status, String code, Object... values) {
    return new Problem(status, code, ApiWords.say(code, values), List.of(), Map.of());
  }

  /** With a sentence that was made elsewhere. */
  static Problem saying(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  static Problem mistakes(int status, List<Mistake> mistakes) {
    String code = status == 400 ? "parameters-wrong" : "fields-wrong";
    return new Problem(status, code, ApiWords.say(code), mistakes, Map.of());
  }

  /** One field that is to be mended. */
  static Problem mistake(String field, String code, Object... values) {
    return mistakes(422, List.of(new Mistake(field, ApiWords.say("field." + code, values))));
  }

  /** What an act was refused for: 422 when fields can be mended, each with its own, else 409. */
  static Problem refused(Refusal refusal) {
    String detail = ApiWords.say("refusal." + refusal.code());
    boolean mendable = refusal.field() != null && !refusal.code().equals("newer-message");
    List<Mistake> mistakes =
        refusal.all().stream()
            .filter(one -> one.field() != null)
            .map(one -> new Mistake(one.field(), ApiWords.say("refusal." + one.code())))
            .toList();
    boolean unusable = mendable || refusal.code().equals("key-used");
    return new Problem(unusable ? 422 : 409, refusal.code(), detail, mistakes, Map.of());
  }

  static Problem noSuch(String what) {
    return of(404, "no-such-" + what);
  }

  Problem with(String header, String value) {
    return new Problem(status, code, getMessage(), mistakes, Map.of(header, value));
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  <T> Future<T> failed() {
    return Future.failedFuture(this);
  }

  Answer answer() {
    JsonObject body = new ProblemDocument(status, code, getMessage()).json();
    if (!mistakes.isEmpty()) {
      JsonArray errors = new JsonArray();
      mistakes.forEach(
          one ->
              errors.add(new JsonObject().put("field", one.field()).put("detail", one.detail())));
      body.put("errors", errors);
    }
    return new Answer(status, body, headers);
  }
}
