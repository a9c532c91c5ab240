package nl.aanspreekpunt.casework.consult;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A partner's answer that does not come in time: whoever is responsible hears so, once, for no
 * ladder reaches into another organisation. An answer that comes later still is one.
 */
public final class PartnerLate {
  private PartnerLate() {}

  /** Whether any was. */
  public static boolean ticks(Draft draft) {
    List<Consult> late =
        open(draft).filter(one -> !one.partner().due().isAfter(draft.now())).toList();
    late.forEach(one -> late(draft, one));
    return !late.isEmpty();
  }

  /** When the next one is. */
  public static Optional<Instant> next(Draft draft) {
    return open(draft).map(one -> one.partner().due()).min(Instant::compareTo);
  }

  private static Stream<Consult> open(Draft draft) {
    return draft.care().consults().stream()
        .filter(one -> draft.open() && one.partner() != null && !one.answered())
        .filter(one -> one.partner().revokedAt() == null)
        .filter(one -> one.partner().due() != null && one.partner().lateAt() == null);
  }

  private static void late(Draft draft, Consult one) {
    draft.care(draft.care().with(one.late(draft.now())));
    draft.event(new CaseEvent.PartnerLate(draft.now(), one.partner().organisation(), one.id()));
    Set<String> whom = new LinkedHashSet<>(List.of(draft.responsible()));
    draft.actsForAll().map(Acting::official).ifPresent(whom::add);
    whom.forEach(
        to -> draft.tell().official(to, Notice.Kind.WARNING, Map.of("what", "partner-late")));
  }
}
