package nl.aanspreekpunt.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Forms on pages behind a signed link, for who does not log in: from our own page, at a rate. */
public record LinkForms(Rates rates) {
  /**
   * Why it is to be sent again, and nothing was done.
   *
   * @param words key of what is said on the page
   */
  public record Again(int status, String words) {}

  /**
   * @param path of the page, which is what is counted
   */
  public Optional<Again> refused(RoutingContext context, String path) {
    Visit visit = Visit.of(context);
    if (visit.check(context.request().getFormAttribute("token")) != FormTokens.Check.GOOD) {
      return Optional.of(new Again(422, "form.again"));
    }
    return rates.allow(path, visit.now())
        ? Optional.empty()
        : Optional.of(new Again(429, "problem.429.text"));
  }
}
