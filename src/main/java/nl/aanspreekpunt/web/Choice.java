package nl.aanspreekpunt.web;

/** One of a list to choose from. */
public record Choice(String value, String label, boolean chosen) {}
