package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.OpeningHours;

/** A team; {@code coordinator} and {@code manager} are official ids. */
public record Team(
    String id, String name, String coordinator, String manager, OpeningHours hours) {}
