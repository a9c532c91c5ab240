package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.TalkTimes;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.contact.ContactView;
import nl.aanspreekpunt.web.work.talk.TalkWords;

/**
 * Where Today proposes a talk: why, and of each kind the first moment that fits both.
 *
 * @param agreed about contact with the citizens of these cases, by citizen id
 */
record TodayTalks(
    Frame frame, Names names, Moment moment, Map<String, Identity.AgreedContact> agreed) {
  /** No more than a day's talks are proposed at once. */
  private static final int MOST = 10;

  List<TodayPage.Talk> of(List<Case> all) {
    TalkWords words = new TalkWords(frame, names, moment);
    return proposed(all, moment).stream()
        .map(
            one ->
                new TodayPage.Talk(
                    one.id(),
                    names.subject(one),
                    names.citizen(one),
                    words.why(one),
                    TalkWords.path(one),
                    slots(one, new ProposedTalks(one, all, moment), words),
                    TalkSigns.despair(one, moment) ? Promising.known(one).orElse(null) : null,
                    TalkSigns.despair(one, moment),
                    line(one)))
        .toList();
  }

  /** For which of them a talk is proposed now. */
  static List<Case> proposed(List<Case> all, Moment moment) {
    List<Case> proposed = new ArrayList<>();
    for (Case one : all) {
      boolean room = TalkSigns.despair(one, moment) || proposed.size() < MOST;
      if (room && !TalkSigns.of(one, moment.directory().talks()).isEmpty()) {
        proposed.add(one);
      }
    }
    return proposed;
  }

  /** Null when nothing was agreed about contact. */
  private String line(Case one) {
    Identity.AgreedContact stands = agreed.get(one.citizen());
    return stands == null ? null : new ContactView(frame, names, moment).line(stands);
  }

  private List<TodayPage.Slot> slots(Case one, ProposedTalks proposed, TalkWords words) {
    List<TodayPage.Slot> slots = new ArrayList<>();
    if (!one.care().talks().planned().isEmpty()) {
      return slots; // who does not want to live is called before that
    }
    if (allows(one, CaseEvent.Talk.PHONE)) {
      if (Promising.known(one).isPresent()) {
        direct(proposed, words, CaseEvent.Talk.PHONE).ifPresent(slots::add);
      } else {
        slots.add(asking(CaseEvent.Talk.PHONE));
      }
    }
    if (allows(one, CaseEvent.Talk.VISIT)) {
      slots.add(asking(CaseEvent.Talk.VISIT));
    }
    if (allows(one, CaseEvent.Talk.DESK)) {
      direct(proposed, words, CaseEvent.Talk.DESK).ifPresent(slots::add);
    }
    return slots;
  }

  /** A life goes before what was agreed. */
  private boolean allows(Case one, CaseEvent.Talk how) {
    Identity.AgreedContact stands = agreed.get(one.citizen());
    return stands == null
        || DespiteContact.allows(stands, how)
        || (how == CaseEvent.Talk.PHONE && TalkSigns.despair(one, moment));
  }

  private Optional<TodayPage.Slot> direct(
      ProposedTalks proposed, TalkWords words, CaseEvent.Talk how) {
    return proposed.times(how).stream().findFirst().map(it -> slot(it, words, how));
  }

  private static TodayPage.Slot slot(TalkTimes.Proposal it, TalkWords words, CaseEvent.Talk how) {
    return new TodayPage.Slot(how + " " + it.from(), words.when(how, it.from(), it.until()), true);
  }

  /** What is to be said first: whom to call, or where and what to be careful of. */
  private TodayPage.Slot asking(CaseEvent.Talk how) {
    return new TodayPage.Slot(how.name(), frame.say("talk.ask." + how), false);
  }
}
