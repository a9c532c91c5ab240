package nl.aanspreekpunt.casework;

/**
 * This is no citizen's question but the answer that policy owes to who reported a friction and to
 * who met it. So it has one responsible official, a promise and the ladder, like any case.
 *
 * @param friction its id
 * @param steps how many of the friction's steps took effect here
 */
public record Policy(String friction, int steps) {}
