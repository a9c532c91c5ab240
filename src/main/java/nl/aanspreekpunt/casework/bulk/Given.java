package nl.aanspreekpunt.casework.bulk;

import java.util.Map;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.casework.delivery.Unwanted;
import nl.aanspreekpunt.citizen.Identity;

/**
 * What an act in one case stands on besides the case.
 *
 * @param threading of an answer: see {@link nl.aanspreekpunt.casework.Replying#threading()}
 * @param agreed what stands about contact with the citizen; null: nothing
 * @param unwanted who of them wants no messages
 * @param successors propose who gets it
 */
record Given(
    Map<String, String> threading,
    Identity.AgreedContact agreed,
    Unwanted unwanted,
    Successors successors) {}
