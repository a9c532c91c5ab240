package nl.aanspreekpunt.web.work;

import java.time.Instant;

/**
 * What a colleague asks of whoever reads this. Nothing of the citizen is on it.
 *
 * @param what what is asked, for whom and by when, in words
 * @param path where it is read and answered
 */
public record AskedRow(
    String promise, String subject, String what, String path, Instant due, boolean late) {}
