package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Principles in a case.
 *
 * @param alerts messages that touch one, in that order
 * @param invocations what was done on one, in that order
 * @param used the topics of whose principle: follows from these, to be found by
 * @param owing official ids of who is still to account: follows from these, to be found by
 */
public record Principled(
    List<Alert> alerts, List<Invocation> invocations, List<String> used, List<String> owing) {
  public static final Principled NONE = new Principled(List.of(), List.of());

  public Principled(List<Alert> alerts, List<Invocation> invocations) {
    this(alerts, invocations, null, null);
  }

  public Principled {
    alerts = alerts == null ? List.of() : List.copyOf(alerts);
    invocations = invocations == null ? List.of() : List.copyOf(invocations);
    used =
        invocations.stream()
            .filter(one -> !one.undone())
            .map(Invocation::principle)
            .distinct()
            .toList();
    owing = invocations.stream().filter(Invocation::owing).map(Invocation::by).distinct().toList();
  }

  /** The last of a principle since the case was last opened again. */
  public Optional<Alert> alert(String principle) {
    return alerts.stream()
        .filter(one -> one.principle().equals(principle) && one.state() != Alert.State.PAST)
        .reduce((earlier, later) -> later);
  }

  public Optional<Invocation> invocation(String id) {
    return invocations.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** In place of the one with its number, or beside the others when there is none. */
  public Principled with(Alert changed) {
    List<Alert> all = new ArrayList<>(alerts);
    all.removeIf(one -> one.n() == changed.n());
    all.add(Math.min(changed.n() - 1, all.size()), changed);
    return new Principled(all, invocations);
  }

  public Principled with(Invocation changed) {
    List<Invocation> all = new ArrayList<>(invocations);
    all.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    if (invocation(changed.id()).isEmpty()) {
      all.add(changed);
    }
    return new Principled(alerts, all);
  }

  public Principled alerts(UnaryOperator<Alert> how) {
    return new Principled(alerts.stream().map(how).toList(), invocations);
  }
}
