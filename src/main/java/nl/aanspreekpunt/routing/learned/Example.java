package nl.aanspreekpunt.routing.learned;

/**
 * A question whose topic is known for sure.
 *
 * @param id of its case: whether it is held out follows from it, always the same
 * @param citizen who asked it: a word counts once for each; null when unknown
 * @param text subject and own words; never of a confidential topic
 * @param topic topic id, as an official corrected it or answered it without correcting
 */
public record Example(String id, String citizen, String text, String topic) {}
