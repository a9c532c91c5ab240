package nl.aanspreekpunt.casework;

import java.time.LocalDate;

/**
 * The citizen said that their words may go to somebody else.
 *
 * @param how in what talk or message they said so, in the official's words
 * @param on the day, on the municipality's calendar
 */
public record Consent(String how, LocalDate on) {}
