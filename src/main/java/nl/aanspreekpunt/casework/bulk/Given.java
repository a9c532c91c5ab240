package nl.aanspreekpunt.casework.bulk;

import java.util.Map;
import nl.aanspreekpunt.citizen.Identity;

/**
 * What an act in one case stands on besides the case.
 *
 * @param threading of an answer: see {@link nl.aanspreekpunt.casework.Replying#threading()}
 * @param agreed what stands about contact with the citizen; null: nothing
 */
record Given(Map<String, String> threading, Identity.AgreedContact agreed) {
  static final Given NOTHING = new Given(Map.of(), null);
}
