package nl.aanspreekpunt.official;

/**
 * What is wrong at one place of the directory's file.
 *
 * @param place as {@link Place} writes it, with ids, and positions where there are none; empty: the
 *     file as a whole
 * @param expected a sentence without its place, in English
 */
public record Mistake(String place, String expected) {}
