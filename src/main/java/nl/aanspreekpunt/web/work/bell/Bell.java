package nl.aanspreekpunt.web.work.bell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Mentions;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;

/**
 * What others did, or the clock, that concerns one official: read from the history of their cases,
 * so that nothing has to be written for it while messages come in.
 */
record Bell(Frame frame, Moment moment) {
  private static final int MOST = 50;
  private static final Duration CALL_SOON = Duration.ofHours(1);

  /**
   * @param cases those with what happened in them first, as one may stand there twice
   */
  List<BellPage.Row> since(Instant looked, List<Case> cases) {
    List<BellPage.Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    cases.stream()
        .filter(one -> seen.add(one.id()))
        .filter(this::shown)
        .forEach(one -> rows.addAll(of(one, looked)));
    return rows.stream()
        .sorted(Comparator.comparing(BellPage.Row::at).reversed())
        .limit(MOST)
        .toList();
  }

  private String me() {
    return frame.viewer().official().id();
  }

  private boolean shown(Case one) {
    return access(one) != Access.NONE;
  }

  private Access access(Case one) {
    Viewer viewer = frame.viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private List<BellPage.Row> of(Case one, Instant looked) {
    boolean fresh = one.openedAt().isAfter(looked) && one.official().equals(me());
    Stream<BellPage.Row> happened =
        one.events().stream()
            .filter(event -> event.at().isAfter(looked))
            .flatMap(event -> what(event, one, fresh).map(it -> row(one, it, event.at())).stream());
    Stream<BellPage.Row> calls =
        one.openPromises().stream()
            .filter(promise -> promise.kind() == PromiseKind.CALLBACK && !promise.waits())
            .filter(promise -> one.ownerOf(promise).equals(me()))
            .flatMap(promise -> soon(one, promise, looked).stream());
    Stream<BellPage.Row> named =
        one.care().mentions().all().stream()
            .filter(mention -> mention.to().equals(me()) && mention.at().isAfter(looked))
            .map(mention -> row(one, named(mention), mention.at()));
    return Stream.of(happened, calls, named).flatMap(rows -> rows).toList();
  }

  private String named(Mentions.Mention mention) {
    Names names = new Names(moment.directory(), frame.words());
    return frame.say("bell.named", names.of(mention.by()));
  }

  private Optional<BellPage.Row> soon(Case one, Promise promise, Instant looked) {
    Instant from = promise.due().minus(CALL_SOON);
    return from.isAfter(looked) && !from.isAfter(moment.now())
        ? Optional.of(row(one, frame.say("bell.call"), from))
        : Optional.empty();
  }

  /** Empty for what they did themselves, and what is not for them. */
  private Optional<String> what(CaseEvent event, Case one, boolean fresh) {
    Names names = new Names(moment.directory(), frame.words());
    if (event instanceof CaseEvent.Received in && access(one).mayAct()) {
      boolean first = fresh && in.receipt().equals(one.openedBy());
      return Optional.of(frame.say(first ? "bell.new" : "bell.message", names.citizen(one)));
    }
    if (event instanceof CaseEvent.HandedOver over
        && over.to().equals(me())
        && !over.by().equals(me())) {
      return Optional.of(frame.say("bell.handed", names.of(over.from())));
    }
    if (event instanceof CaseEvent.Offered offered && offered.to().equals(me())) {
      return Optional.of(frame.say("bell.offered", names.of(offered.by())));
    }
    if (event instanceof CaseEvent.Consulted asked && asked.to().equals(me())) {
      return Optional.of(frame.say("bell.asked", names.of(asked.by())));
    }
    if (event instanceof CaseEvent.Climbed climbed && access(one).mayAct()) {
      return Optional.of(
          frame.say(me().equals(climbed.to()) ? "bell.climbed" : "bell.climbs", one.id()));
    }
    if (event instanceof CaseEvent.PutThrough through && through.to().equals(me())) {
      return Optional.of(frame.say("bell.through", names.of(through.by())));
    }
    if (event instanceof CaseEvent.Phoned phoned && me().equals(phoned.official())) {
      return called(phoned, names.citizen(one));
    }
    return Optional.empty();
  }

  /** That they are called, and when somebody called in vain; the rest stands in the case. */
  private Optional<String> called(CaseEvent.Phoned phoned, String citizen) {
    return switch (phoned.step()) {
      case RANG -> Optional.of(frame.say("bell.rings", citizen));
      case CONNECTED -> Optional.of(frame.say("bell.spoke", citizen));
      case NO_ANSWER, BUSY, NOT_TAKEN, FAILED -> Optional.of(frame.say("bell.missed", citizen));
      default -> Optional.empty();
    };
  }

  private BellPage.Row row(Case one, String what, Instant at) {
    Names names = new Names(moment.directory(), frame.words());
    String subject =
        access(one).showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id());
    return new BellPage.Row(one.id(), subject, what, at, frame.moments().say(at));
  }
}
