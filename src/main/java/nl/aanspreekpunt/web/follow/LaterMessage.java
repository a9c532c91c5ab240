package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.webform.FormReading;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.ask.AskInput;
import nl.aanspreekpunt.web.ask.Posting;

/**
 * What a citizen adds to their question: words, files, or both.
 *
 * @param said what it is to the law, or that it is a complaint; empty: neither
 * @param nonce tells this form from the next
 */
record LaterMessage(String text, String said, String nonce, Enclosed files) {
  private static final int LONGEST = 20_000;

  static LaterMessage in(RoutingContext context) {
    Enclosed files = Enclosed.in(context);
    String typed = field(context, "text");
    boolean fileAlone = typed.isEmpty() && !files.all().isEmpty();
    String text = fileAlone ? Visit.of(context).words().say("follow.file-alone") : typed;
    return new LaterMessage(text, field(context, "class"), field(context, "nonce"), files);
  }

  Optional<FieldError> wrong(Wording words) {
    if (files.tooMuch()) {
      return Optional.of(new FieldError("files", words.say("ask.error.files")));
    }
    String key =
        text.isEmpty()
            ? "follow.error.text"
            : text.length() > LONGEST ? "ask.error.text-long" : null;
    return Optional.ofNullable(key).map(it -> new FieldError("text", words.say(it)));
  }

  boolean complaint() {
    return said.equals(AskInput.COMPLAINT);
  }

  /** Completes once it has its place, so that a page can show it. */
  Future<Void> post(Posting posting, SignedLink link, Visit visit) {
    WebQuestion question =
        new WebQuestion(
            Correspondent.at(link.participant().address()),
            null,
            null,
            complaint() ? new Complained("") : null,
            LegalClass.said(said).orElse(null),
            text,
            visit.words().language());
    Map<String, String> more = Map.of(FormReading.CASE, link.one().id());
    return posting.post(question, more, nonce, files.all(), visit.now()).compose(posting::placed);
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
