package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;

/** Takes events one by one into a {@link Tally}. Lives within one change; never shared. */
final class Tallying {
  /** What a citizen is told that says who, and by when. */
  private static final Set<String> SAY_WHO =
      Set.of(
          Notice.Kind.ACKNOWLEDGEMENT.name(),
          Notice.Kind.NEW_OFFICIAL.name(),
          Notice.Kind.ACTING.name(),
          Notice.Kind.PROMISED.name());

  private static final Set<String> NOT_ARRIVED =
      Set.of(
          Outgoing.State.REFUSED.name(),
          Outgoing.State.DEAD.name(),
          Outgoing.State.WITHHELD.name());
  private static final Set<String> ARRIVED =
      Set.of(
          Outgoing.State.SENT.name(), Outgoing.State.DELIVERED.name(), Outgoing.State.READ.name());

  private final Tally before;
  private final List<Tally.Ruled> ruled;
  private final List<Tally.Acted> acted;
  private final List<Tally.Stood> stood;
  private Instant askedAt;
  private Instant knewAt;
  private String knewBy;
  private int messages;
  private Instant thirdMessageAt;
  private Instant spokenAt;
  private String spokenOn;
  private Instant deviatesAt;
  private final List<Tally.Came> came;
  private Instant answeredAt;
  private Instant closedAt;

  Tallying(Tally before) {
    this.before = before;
    ruled = new ArrayList<>(before.ruled());
    acted = new ArrayList<>(before.acted());
    stood = new ArrayList<>(before.stood());
    askedAt = before.askedAt();
    knewAt = before.knewAt();
    knewBy = before.knewBy();
    messages = before.messages();
    thirdMessageAt = before.thirdMessageAt();
    spokenAt = before.spokenAt();
    spokenOn = before.spokenOn();
    deviatesAt = before.deviatesAt();
    came = new ArrayList<>(before.daily().came());
    answeredAt = before.daily().answeredAt();
    closedAt = before.daily().closedAt();
  }

  Tally done() {
    return new Tally(
        askedAt,
        knewAt,
        knewBy,
        messages,
        thirdMessageAt,
        spokenAt,
        spokenOn,
        before.thirdOfficialAt(),
        deviatesAt,
        ruled,
        acted,
        stood,
        before.quarters(),
        new Tally.Daily(came, answeredAt, closedAt));
  }

  void take(CaseEvent event) {
    if (event.conversation()) {
      spoken(event);
    }
    daily(event);
    if (event instanceof CaseEvent.Received in && !Referred.LINK.equals(in.link())) {
      received(in.at());
      came.add(new Tally.Came(in.at(), in.channel()));
    } else if (event instanceof CaseEvent.HeldBack held && held.reason().equals("automatic")) {
      machine(held.at());
    } else if (event instanceof CaseEvent.Told told && SAY_WHO.contains(told.kind())) {
      knew(told.at(), told.entry());
    } else if (event instanceof CaseEvent.Replied replied) {
      knew(replied.at(), replied.entry());
    } else if (event instanceof CaseEvent.Delivery delivery) {
      delivered(delivery);
    } else if (event instanceof CaseEvent.Restored again) {
      notSo(again);
    } else {
      done(event);
    }
  }

  /** What only the figures by day count. */
  private void daily(CaseEvent event) {
    boolean answers =
        event.conversation()
            || event instanceof CaseEvent.Replied
            || event instanceof CaseEvent.Decided;
    if (answers && answeredAt == null) {
      answeredAt = event.at();
    }
    if (event instanceof CaseEvent.Closed) {
      closedAt = event.at();
    } else if (event instanceof CaseEvent.Reopened) {
      closedAt = null;
    }
  }

  private void done(CaseEvent event) {
    if (event instanceof CaseEvent.Decided one) {
      ruled.add(new Tally.Ruled(one.at(), one.by(), one.outcome(), one.spoken(), one.ruleAlone()));
    } else if (event instanceof CaseEvent.Invoked one) {
      acted.add(new Tally.Acted(one.at(), one.by(), one.principle(), one.asked()));
    } else if (event instanceof CaseEvent.InvocationUndone one) {
      undone(one);
    } else if (event instanceof CaseEvent.BackingAsked one) {
      deviatesAt = one.at();
    } else if (event instanceof CaseEvent.BackingGiven one) {
      // What was asked so long ago that nothing here knows when is backed at once.
      stood.add(new Tally.Stood(one.at(), one.to(), deviatesAt == null ? one.at() : deviatesAt));
      deviatesAt = null;
    } else if (event instanceof CaseEvent.BackingRefused
        || event instanceof CaseEvent.BackingWithdrawn) {
      deviatesAt = null;
    }
  }

  private void received(Instant at) {
    messages++;
    if (askedAt == null) {
      askedAt = at;
    }
    if (messages == Tally.THIRD) {
      thirdMessageAt = at;
    }
  }

  /** What was received last came from a machine. */
  private void machine(Instant at) {
    messages = Math.max(0, messages - 1);
    if (!came.isEmpty()) {
      came.remove(came.size() - 1);
    }
    if (messages < Tally.THIRD) {
      thirdMessageAt = null;
    }
    if (messages == 0 && at.equals(askedAt)) {
      askedAt = null;
    }
  }

  private void knew(Instant at, String entry) {
    if (knewAt == null) {
      knewAt = at;
      knewBy = entry;
    }
  }

  /** What did not arrive says nothing to anybody; sent again, it does when it arrives. */
  private void delivered(CaseEvent.Delivery delivery) {
    if (!Objects.equals(delivery.entry(), knewBy)) {
      return;
    }
    if (NOT_ARRIVED.contains(delivery.state())) {
      knewAt = null;
    } else if (ARRIVED.contains(delivery.state()) && knewAt == null) {
      knewAt = delivery.at();
    }
  }

  private void spoken(CaseEvent event) {
    knew(event.at(), null);
    if (spokenAt == null) {
      spokenAt = event.at();
      spokenOn = event instanceof CaseEvent.Tried call ? call.promise() : null;
    }
  }

  /** "That is not so", says the citizen: nobody called. */
  private void notSo(CaseEvent.Restored again) {
    if (spokenOn != null && spokenOn.equals(again.promise())) {
      answeredAt = spokenAt.equals(answeredAt) ? null : answeredAt;
      spokenAt = null;
      spokenOn = null;
    }
  }

  private void undone(CaseEvent.InvocationUndone one) {
    for (int i = acted.size() - 1; i >= 0; i--) {
      Tally.Acted made = acted.get(i);
      if (made.principle().equals(one.principle()) && made.by().equals(one.by())) {
        acted.remove(i);
        return;
      }
    }
  }
}
