package nl.aanspreekpunt.casework;

import nl.aanspreekpunt.promise.LegalClass;

/**
 * A message says in so many words what it may be to the law. It decides nothing: a named person
 * does.
 *
 * @param legal a class that the law gives a term
 * @param words as the citizen wrote them, at most 80 characters
 */
public record ClassSign(LegalClass legal, String words) {}
