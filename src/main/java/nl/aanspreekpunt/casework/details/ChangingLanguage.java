package nl.aanspreekpunt.casework.details;

import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * The language in which the citizen hears from us in this question, from now on.
 *
 * @param language "nl" or "en"
 */
public record ChangingLanguage(String language) implements Act {
  private static final Set<String> KNOWN = Set.of("nl", "en");

  @Override
  public Decision on(Case before, Moment moment) {
    if (!KNOWN.contains(language)) {
      return Decision.refused("language-needed", "language");
    }
    if (language.equals(before.language())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.language(language);
    return draft.done();
  }
}
