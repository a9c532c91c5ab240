package nl.aanspreekpunt.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The figures of a stretch of days and of some teams, as everybody reads them who may.
 *
 * @param countedAt the latest moment that is counted; null: nothing was counted yet
 * @param days how many days of it were counted
 * @param whole all of it together
 * @param parts by week or month, in order; its keys are the first days of these
 * @param groups by team, topic and neighbourhood
 * @param channels messages by channel, rounded; empty when there are too few
 * @param hours messages by day of the week (Monday first) and hour, rounded; empty when there are
 *     too few
 */
public record Counted(
    Span span,
    Instant countedAt,
    int days,
    Group whole,
    List<Group> parts,
    Map<Slice.By, List<Group>> groups,
    Map<String, Long> channels,
    List<List<Long>> hours) {}
