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
    Instant dueAt,
    Instant callAt) {
  /** An open case of an official in which something is due, and perhaps a call (null: none). */
  public static CaseRow due(String id, String official, Instant due, Instant call) {
    Match duty = Match.by(Match.INTAKE, new Evidence.OnDuty(official), List.of());
    return new CaseRow(
        id,
        1,
        false,
        0,
        false,
        "citizen",
        "wonen",
        Case.State.OPEN,
        duty,
        official,
        List.of(official),
        due,
        null,
        due,
        call);
  }
}
