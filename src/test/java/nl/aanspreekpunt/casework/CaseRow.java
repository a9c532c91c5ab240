package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;

/** What a case is found by, and what it cannot be read without: for tests with many of them. */
public record CaseRow(
    String id,
    long version,
    boolean confidential,
    int paged,
    boolean demo,
    String citizen,
    String team,
    Case.State state,
    Match route,
    String official,
    List<String> concerns,
    Instant openedAt,
    Instant wakeAt,
    Instant dueAt) {}
