package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.official.Directory;

/** The facts around an act: when it happens and who works here then. */
public record Moment(Instant now, Directory directory) {}
