package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Norm;

/**
 * A plain rule that officials may act on ("no family without tap water").
 *
 * @param mandate what an official may do without asking
 * @param urgency the norm for an answer; runs in clock hours
 * @param meanwhile what the citizen can do until then, told in the acknowledgement
 */
public record Principle(Words words, Words mandate, Norm urgency, Words meanwhile) {}
