package nl.aanspreekpunt.casework.phone;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * What happened in a call comes on the timeline, each step once, however often it is reported and
 * in whatever order. It keeps no promise: whether they spoke about it is for the official to say.
 *
 * @param steps of one call or more
 */
public record Phoning(List<CaseEvent.Phoned> steps) implements Act {
  private record Key(String call, int turn) {}

  public Phoning {
    steps = List.copyOf(steps);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Set<Key> known = new HashSet<>();
    before.happened(CaseEvent.Phoned.class).forEach(one -> known.add(key(one)));
    List<CaseEvent.Phoned> fresh = steps.stream().filter(one -> known.add(key(one))).toList();
    if (fresh.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    fresh.forEach(draft::event);
    fresh.stream().map(Phoning::spokeWith).filter(Objects::nonNull).forEach(draft::met);
    return draft.done();
  }

  private static Key key(CaseEvent.Phoned one) {
    return new Key(one.call(), one.turn());
  }

  private static String spokeWith(CaseEvent.Phoned one) {
    return one.step() == CallStep.CONNECTED ? one.official() : null;
  }
}
