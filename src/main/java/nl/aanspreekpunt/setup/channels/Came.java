package nl.aanspreekpunt.setup.channels;

import java.time.Instant;

/** How a mail came in that may be a test; see {@link ChannelTest}. */
public record Came(Instant at, String receipt, String way, boolean proven, String doubt) {}
