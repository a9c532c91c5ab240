package nl.aanspreekpunt.friction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.casework.chafe.PolicyCase;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * Who reported it hears of each step, and that another answers; not who did that themselves. Each
 * notice has an id of its own, so that telling it again adds nothing.
 */
final class Reporters {
  private final Outbox outbox;
  private final Casework casework;

  Reporters(Outbox outbox, Casework casework) {
    this.outbox = outbox;
    this.casework = casework;
  }

  /**
   * @param policy the case in which its answer is owed
   * @param owner who answers now (official id); null: no answer is owed any more
   * @param all whose answer it is: this one and what was gathered into it
   */
  Future<Void> hear(Friction one, Case policy, String owner, List<Friction> all) {
    List<Outgoing> notices = new ArrayList<>();
    for (int i = one.told(); i < one.steps().size(); i++) {
      Step step = one.steps().get(i);
      if (step.state().says()) {
        String id = one.id() + "." + i;
        all.stream()
            .map(each -> each.report().by())
            .distinct()
            .filter(official -> !official.equals(step.by()))
            .forEach(
                official -> notice(one, id, step.state().name(), official).ifPresent(notices::add));
      }
    }
    if (owner != null) {
      notices.addAll(passed(one, policy, owner, all));
    }
    if (policy.demo()) {
      notices.replaceAll(Outgoing::held);
    }
    return notices.isEmpty() ? Future.succeededFuture() : outbox.add(notices);
  }

  /** To those who reported it before another came to answer it. */
  private List<Outgoing> passed(Friction one, Case policy, String owner, List<Friction> all) {
    int times = policy.responsibilities().size() + policy.acting().size();
    if (times < 2) {
      return List.of();
    }
    Responsibility last = policy.responsibilities().get(policy.responsibilities().size() - 1);
    Instant since = changed(policy);
    String id = one.id() + ".who." + times + "." + owner;
    return all.stream()
        .map(Friction::report)
        .filter(report -> report.at().isBefore(since))
        .map(Report::by)
        .distinct()
        .filter(official -> !official.equals(owner) && !official.equals(last.by()))
        .map(official -> notice(one, id, "passed", official))
        .flatMap(Optional::stream)
        .toList();
  }

  /** When another came to answer it, or came back. */
  private static Instant changed(Case policy) {
    return Stream.concat(
            policy.responsibilities().stream().map(Responsibility::from),
            policy.acting().stream().flatMap(one -> Stream.of(one.from(), one.until())))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private Optional<Outgoing> notice(Friction one, String what, String state, String official) {
    Moment moment = casework.moment();
    if (!moment.directory().employed(official, moment.now())) {
      return Optional.empty();
    }
    Instant from = moment.directory().hours(official).opening(moment.now());
    return moment
        .directory()
        .official(official)
        .map(
            to ->
                Outgoing.waiting(
                    "friction." + what + "." + official,
                    new Notice(
                        "friction-" + official,
                        Notice.Kind.FRICTION,
                        Channel.DIGEST,
                        to.email(),
                        official,
                        null,
                        "nl",
                        PolicyCase.facts(one.id(), state)),
                    moment.now(),
                    from));
  }
}
