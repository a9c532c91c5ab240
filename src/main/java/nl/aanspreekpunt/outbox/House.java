package nl.aanspreekpunt.outbox;

import java.time.ZoneId;

/**
 * On whose behalf is written.
 *
 * @param municipality its name
 * @param zone of the due times that people read
 * @param publicUrl how citizens and providers reach the hub, without a slash at the end
 */
public record House(String municipality, ZoneId zone, String publicUrl, Tokens tokens) {}
