package nl.aanspreekpunt.web.mine;

/**
 * Who asks for a code to an address that the hub may not know: neither can have many sent.
 *
 * @param about the number of the case that the address is added to
 * @param from the remote party, as it is counted
 */
public record Asker(String about, String from) {}
