package nl.aanspreekpunt.web;

/**
 * How often an official's pulse has beaten.
 *
 * @param id official id
 */
public record Beats(String id, long beats) {}
