package nl.aanspreekpunt.official;

import java.util.List;

/**
 * What questions are about.
 *
 * @param keywords lower case, Dutch and English
 * @param addresses topic addresses on the hub's domain, lower case
 * @param confidential other officials see not even the subject
 * @param formal its messages ask for a decision, so that the law gives a term
 * @param principle null if none
 */
public record Topic(
    String id,
    Words name,
    String team,
    List<String> keywords,
    List<String> addresses,
    boolean confidential,
    boolean formal,
    Principle principle) {}
