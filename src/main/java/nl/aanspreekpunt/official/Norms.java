package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Norm;

/**
 * By when, for one topic, by one rule or by default. What is null is said elsewhere: see {@link
 * NormRules}.
 *
 * @param elsewhere for another body to confirm that it helps
 * @param friction by when who looks at what chafes answers
 * @param silence how long to wait for the citizen before it is put to the official
 * @param extension of the decision
 * @param consult until a colleague answers what they were asked
 * @param backing until a manager says whether they stand behind a deviation
 */
public record Norms(
    Norm answer,
    Norm callback,
    Norm findOut,
    Norm decision,
    Norm friction,
    Norm silence,
    Norm elsewhere,
    Extension extension,
    Norm consult,
    Norm backing) {
  static final Norms NONE = new Norms(null, null, null, null, null, null, null, null, null, null);
}
