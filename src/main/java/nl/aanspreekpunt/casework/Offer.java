package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * A case offered by hand to another official. It changes nothing until it is accepted: who is
 * responsible stays so, and the ladder goes on.
 *
 * @param by official id of who offers it: responsible or acting
 * @param to official id of who may accept
 * @param note for them; may be empty
 * @param lapsesAt when it ends by itself
 */
public record Offer(String by, String to, String note, Instant at, Instant lapsesAt) {}
