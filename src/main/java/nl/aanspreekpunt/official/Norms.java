package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.Norm;

/** By when, for one topic or by default. A topic's null falls back to the default's. */
public record Norms(Norm answer, Norm callback, Norm findOut) {}
