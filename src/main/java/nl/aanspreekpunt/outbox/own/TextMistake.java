package nl.aanspreekpunt.outbox.own;

/**
 * Why a text cannot be said so.
 *
 * @param code of its sentence for people
 * @param what it is about, as it is typed; empty if nothing
 * @param instead what may be there; empty if nothing
 */
public record TextMistake(String code, String what, String instead) {}
