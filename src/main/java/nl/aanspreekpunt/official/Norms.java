package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Norm;

/**
 * By when, for one topic, by one rule or by default. What is null is said elsewhere: see {@link
 * NormRules}.
 *
 * @param friction by when who looks at what chafes answers
 * @param silence how long to wait for the citizen before it is put to the official
 * @param extension of the decision
 */
public record Norms(
    Norm answer,
    Norm callback,
    Norm findOut,
    Norm decision,
    Norm friction,
    Norm silence,
    Extension extension) {
  static final Norms NONE = new Norms(null, null, null, null, null, null, null);
}
