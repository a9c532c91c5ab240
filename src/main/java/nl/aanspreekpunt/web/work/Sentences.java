package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.decide.DecisionSentences;

/** What happened, each in a plain sentence. */
final class Sentences {
  private final Frame frame;
  private final Names names;
  private final Case one;

  Sentences(Frame frame, Names names, Case one) {
    this.frame = frame;
    this.names = names;
    this.one = one;
  }

  /** Null for what is shown as a message: a citizen's words, an answer, a note. */
  String of(CaseEvent event) {
    if (event instanceof CaseEvent.Routed routed) {
      String why = names.routes().why(routed.match());
      return routed.receipt().equals(one.openedBy())
          ? say("Routed", names.of(routed.official()), why)
          : say("Routed.joined", why);
    }
    if (event instanceof CaseEvent.Promised made) {
      return say("Promised", kind(made.kind()), when(made.due()));
    }
    if (event instanceof CaseEvent.Kept kept) {
      return say("Kept", names.of(kept.by()), kind(kept.kind()));
    }
    if (event instanceof CaseEvent.Withdrawn gone && gone.how().equals(DatedOffers.Declining.HOW)) {
      return say("NotPromised", names.of(gone.by()));
    }
    if (event instanceof CaseEvent.Withdrawn gone) {
      return say("Withdrawn", names.of(gone.by()), kind(gone.kind()));
    }
    if (event instanceof CaseEvent.Restored again) {
      return say("Restored", names.of(again.by()), when(again.due()));
    }
    if (event instanceof CaseEvent.Climbed step) {
      return say("Climbed." + step.does(), names.of(step.to()));
    }
    return ofPeople(event);
  }

  private String ofPeople(CaseEvent event) {
    if (event instanceof CaseEvent.HandedOver over) {
      String reason = known("work.reason." + over.reason(), over.reason());
      return say("HandedOver", names.of(over.from()), names.of(over.to()), reason);
    }
    if (event instanceof CaseEvent.Rearranged there) {
      return say("Rearranged", topic(there.topic()), names.team(there.team()));
    }
    if (event instanceof CaseEvent.Offered offered) {
      return say("Offered", names.of(offered.by()), names.of(offered.to()));
    }
    if (event instanceof CaseEvent.OfferEnded ended) {
      return say("OfferEnded." + ended.how(), names.of(ended.to()));
    }
    if (event instanceof CaseEvent.ActingEnded ended) {
      return say("ActingEnded", names.of(ended.insteadOf()), names.of(ended.official()));
    }
    if (event instanceof CaseEvent.ActingBegan acting) {
      return say(acting(acting), names.of(acting.official()), names.of(acting.insteadOf()));
    }
    if (event instanceof CaseEvent.Minds minds) {
      return say("Minds", names.of(minds.official()), names.of(minds.insteadOf()));
    }
    if (event instanceof CaseEvent.Closed closed) {
      return say("Closed", names.of(closed.by()), frame.say("work.outcome." + closed.outcome()));
    }
    if (event instanceof CaseEvent.Reopened again) {
      return say("Reopened", names.of(again.by()));
    }
    if (event instanceof CaseEvent.Confirmed sure) {
      return say("Confirmed", names.of(sure.by()));
    }
    if (event instanceof CaseEvent.PutBack back) {
      return say("PutBack." + back.what(), names.of(back.by()));
    }
    if (event instanceof CaseEvent.Joined joined) {
      return say("Joined." + (joined.hither() ? "hither" : "thither"), joined.other());
    }
    if (event instanceof CaseEvent.Parted parted) {
      String way = parted.hither() ? "Parted.hither" : "Parted.thither";
      return say(way, names.of(parted.by()), parted.messages().size(), parted.other());
    }
    if (event instanceof CaseEvent.LetThrough let) {
      return say("LetThrough", names.of(let.by()), let.file(), let.reason());
    }
    if (event instanceof CaseEvent.WasRead read) {
      return say("WasRead", names.of(read.by()), read.reason());
    }
    if (event instanceof CaseEvent.CitizenCorrected whose) {
      return say("CitizenCorrected", names.of(whose.by()));
    }
    if (event instanceof CaseEvent.LinkRevoked revoked) {
      return say("LinkRevoked", names.of(revoked.by()), participant(revoked.link()));
    }
    return ofPost(event);
  }

  private String acting(CaseEvent.ActingBegan acting) {
    boolean inward =
        acting.promise() != null
            && one.promise(acting.promise()).filter(it -> !it.toCitizen()).isPresent();
    return inward ? "ActingBegan.inward" : "ActingBegan";
  }

  private String ofPost(CaseEvent event) {
    if (event instanceof CaseEvent.Told told) {
      return say("Told", participant(told.link()), known("work.tell." + told.kind(), told.kind()));
    }
    if (event instanceof CaseEvent.HeldBack held) {
      String what = known("work.tell." + held.kind(), held.kind());
      return say("HeldBack", what, known("work.held." + held.reason(), held.reason()));
    }
    if (event instanceof CaseEvent.Delivery delivery) {
      String why = new DeliveryWords(frame.words()).why(delivery.detail());
      return say("Delivery", frame.say("work.state." + delivery.state()), why);
    }
    if (event instanceof CaseEvent.PutThrough through) {
      return say("PutThrough", names.of(through.by()), names.of(through.to()));
    }
    if (event instanceof CaseEvent.SentOtherwise otherwise) {
      return say("SentOtherwise", names.of(otherwise.by()), participant(otherwise.link()));
    }
    if (event instanceof CaseEvent.WritesElsewhere elsewhere) {
      return say("WritesElsewhere", names.of(elsewhere.by()), participant(elsewhere.link()));
    }
    if (event instanceof CaseEvent.Phoned phoned) {
      return new PhonedSentences(frame, names).of(phoned);
    }
    if (event instanceof CaseEvent.TextsTurned turned) {
      return say(
          "TextsTurned." + turned.how(),
          participant(turned.link()),
          turned.words(),
          frame.say("work.channel." + turned.channel()));
    }
    if (event instanceof CaseEvent.Resent again) {
      return say("Resent", names.of(again.by()));
    }
    if (event instanceof CaseEvent.Stands stands && stands.to() == null) {
      return say("Stands.none", names.of(stands.from()));
    }
    if (event instanceof CaseEvent.Stands stands) {
      return stands.from() == null
          ? say("Stands.first", names.of(stands.by()), names.of(stands.to()))
          : say("Stands", names.of(stands.by()), names.of(stands.to()), names.of(stands.from()));
    }
    if (event instanceof CaseEvent.SoFarWritten written) {
      return say("SoFarWritten", names.of(written.by()));
    }
    if (event instanceof CaseEvent.SoFarRead read) {
      return say("SoFarRead", names.of(read.by()));
    }
    if (event instanceof CaseEvent.SoFarCorrected) {
      return say("SoFarCorrected");
    }
    if (event instanceof CaseEvent.StillWanted) {
      return say("StillWanted");
    }
    String agreed = new ContactSentences(frame, names).of(event);
    if (agreed != null) {
      return agreed;
    }
    String decided = new DecisionSentences(frame, names, one).of(event);
    return decided == null ? ofCalls(event) : decided;
  }

  /** What moved a promise, and what the law makes of it. */
  private String ofMoments(CaseEvent event) {
    if (event instanceof CaseEvent.Waits waits) {
      return say("Waits", names.of(waits.by()), kind(waits.kind()), when(waits.until()));
    }
    if (event instanceof CaseEvent.WentOn on) {
      return say("WentOn." + on.how(), names.of(on.by()), kind(on.kind()), when(on.due()));
    }
    if (event instanceof CaseEvent.Renewed one) {
      return say(
          "Renewed",
          names.of(one.by()),
          kind(one.kind()),
          when(one.was()),
          when(one.due()),
          one.reason());
    }
    if (event instanceof CaseEvent.TopicCorrected other) {
      return say("TopicCorrected", names.of(other.by()), topic(other.to()));
    }
    if (event instanceof CaseEvent.Unclassed none) {
      String what = LegalClass.COMPLAINT.name().equals(none.legal()) ? ".complaint" : "";
      return say("Unclassed" + what, names.of(none.by()), none.reason());
    }
    if (event instanceof CaseEvent.Chafed chafed) {
      return say("Chafed", names.of(chafed.by()), chafed.rule());
    }
    if (event instanceof CaseEvent.FrictionMoved moved) {
      return say("FrictionMoved." + moved.state(), names.of(moved.by()));
    }
    return event instanceof CaseEvent.Classed classed
        ? say("Classed", names.of(classed.by()), frame.say("work.class." + classed.legal()))
        : Optional.ofNullable(new PrincipleSentences(frame, names).of(event))
            .orElseGet(() -> ConsultSentences.of(event, frame, names));
  }

  private String ofCalls(CaseEvent event) {
    if (event instanceof CaseEvent.MayNotWant perhaps) {
      return say("MayNotWant", perhaps.words());
    }
    if (event instanceof CaseEvent.Invited
        || event instanceof CaseEvent.InvitationMoved
        || event instanceof CaseEvent.CalledOff
        || event instanceof CaseEvent.Comes
        || event instanceof CaseEvent.NotSuiting
        || event instanceof CaseEvent.TalksProposed) {
      return ofTalks(event);
    }
    if (event instanceof CaseEvent.NotPromised no) {
      return say("NotPromised", names.of(no.by()));
    }
    if (event instanceof CaseEvent.WantedAfterAll judged) {
      return say("WantedAfterAll", names.of(judged.by()));
    }
    if (event instanceof CaseEvent.Suits suits) {
      return say("Suits", suits.words(), names.of(suits.by()));
    }
    return ofMoments(event);
  }

  private String ofTalks(CaseEvent event) {
    if (event instanceof CaseEvent.Invited made) {
      return say(
          "Invited",
          names.of(made.by()),
          frame.say("talk.how." + made.how()),
          when(made.starts()),
          made.place());
    }
    if (event instanceof CaseEvent.InvitationMoved moved) {
      return say(
          "InvitationMoved",
          names.of(moved.by()),
          when(moved.was()),
          when(moved.starts()),
          moved.place(),
          moved.reason());
    }
    if (event instanceof CaseEvent.CalledOff off) {
      return say("CalledOff", names.of(off.by()), when(off.starts()), off.reason());
    }
    if (event instanceof CaseEvent.Comes comes) {
      return say(
          "Comes", names.of(comes.official()), names.of(comes.insteadOf()), when(comes.starts()));
    }
    if (event instanceof CaseEvent.NotSuiting not) {
      return say("NotSuiting", when(not.starts()), not.words());
    }
    CaseEvent.TalksProposed said = (CaseEvent.TalksProposed) event;
    return say("TalksProposed." + (said.off() ? "off" : "on"), names.of(said.by()));
  }

  String state(Outgoing entry) {
    String state = frame.say("work.state." + entry.state());
    return entry.perhapsTwice() ? state + " " + frame.say("work.state.twice") : state;
  }

  private String participant(String link) {
    return one.anybody(link == null ? "" : link)
        .map(names::participant)
        .orElseGet(() -> frame.say("work.citizen.unknown"));
  }

  private String topic(String id) {
    String name = id == null ? frame.say("work.no-topic") : names.topic(id);
    return name == null ? id : name;
  }

  private String kind(Enum<?> kind) {
    return frame.say("work.promise." + kind.name());
  }

  private String when(Instant moment) {
    return frame.moments().say(moment);
  }

  private String known(String key, String otherwise) {
    return frame.words().has(key) ? frame.say(key) : otherwise;
  }

  private String say(String key, Object... facts) {
    return frame.say("event." + key, facts);
  }
}
