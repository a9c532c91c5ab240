package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Norm;

/**
 * By when, for one topic, by one rule or by default. What is null is said elsewhere: see {@link
 * NormRules}.
 *
 * @param silence how long to wait for the citizen before it is put to the official
 * @param extension of the decision
 * @param consult until a colleague answers what they were asked
 * @param backing until a manager says whether they stand behind a deviation
 * @param elsewhere for another body to confirm that it helps
 */
public record Norms(
    Norm answer,
    Norm callback,
    Norm findOut,
    Norm decision,
    Norm silence,
    Extension extension,
    Norm consult,
    Norm backing,
    Norm elsewhere) {
  static final Norms NONE = new Norms(null, null, null, null, null, null, null, null, null);
}
