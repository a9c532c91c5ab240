package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.PromiseKind;

/** One entry of a case's history. {@code by} is an official id, "citizen" or "hub". */
public sealed interface CaseEvent {
  Instant at();

  /** Somebody spoke with the citizen. */
  default boolean conversation() {
    return this instanceof Talked
        || this instanceof Held
        || (this instanceof Tried one && one.outcome() == Attempt.Outcome.REACHED);
  }

  /** A citizen's message; its words are in the receipt. {@code link} names the participant. */
  record Received(Instant at, String receipt, Channel channel, String link) implements CaseEvent {}

  /** Why a message ({@code receipt}) came to this case, and with whom it was. */
  record Routed(Instant at, String receipt, String official, Match match) implements CaseEvent {}

  record Promised(Instant at, String by, String promise, PromiseKind kind, Instant due)
      implements CaseEvent {}

  /**
   * A person's answer; its words are in the outbox entry. {@code seen}: the last message that its
   * author saw (receipt id); null when there was none, or in one from before this was kept. {@code
   * files} went along.
   */
  record Replied(
      Instant at,
      String by,
      String entry,
      Channel channel,
      String link,
      String seen,
      List<Photo> files)
      implements CaseEvent {
    public Replied {
      files = files == null ? List.of() : List.copyOf(files);
    }

    public Replied(Instant at, String by, String entry, Channel channel, String link, String seen) {
      this(at, by, entry, channel, link, seen, List.of());
    }
  }

  /**
   * A question was sent to the citizen: the promise, due then, stands still at most {@code until}.
   */
  record Waits(Instant at, String by, String promise, PromiseKind kind, Instant due, Instant until)
      implements CaseEvent {}

  /**
   * The promise goes on, to another due time: after an answer, after silence, because an official
   * says so, or because what was asked did not arrive ({@code how}).
   */
  record WentOn(Instant at, String by, String promise, PromiseKind kind, Instant due, String how)
      implements CaseEvent {}

  /** Another moment, told to the citizen before the old one; {@code count} of this promise. */
  record Renewed(
      Instant at,
      String by,
      String promise,
      PromiseKind kind,
      Instant was,
      Instant due,
      String reason,
      int count)
      implements CaseEvent {}

  /** A named person saw what it is to the law ({@code legal}, a legal class). */
  record Classed(Instant at, String by, String legal) implements CaseEvent {}

  /**
   * A named person said that it is about another topic (ids); {@code from} null: it had none.
   * {@code taught}: what the matcher learned from it (lesson ids).
   */
  record TopicCorrected(Instant at, String by, String from, String to, List<String> taught)
      implements CaseEvent {
    public TopicCorrected {
      taught = taught == null ? List.of() : List.copyOf(taught);
    }
  }

  /** What a named person said before was a mistake: it is as it was ({@code what} a code). */
  record PutBack(Instant at, String by, String what) implements CaseEvent {}

  /** A named person saw that it is no formal message, and said why. */
  record Unclassed(Instant at, String by, String reason, String legal) implements CaseEvent {}

  record Kept(Instant at, String by, String promise, PromiseKind kind, String how)
      implements CaseEvent {}

  record Withdrawn(Instant at, String by, String promise, PromiseKind kind, String how)
      implements CaseEvent {}

  /** "That is not so": a promise is open again at its original due time. */
  record Restored(Instant at, String by, String promise, Instant due) implements CaseEvent {}

  record Tried(Instant at, String by, String promise, Attempt.Outcome outcome, String note)
      implements CaseEvent {}

  /** A talk with the citizen. */
  record Talked(Instant at, String by, Talk how, String note) implements CaseEvent {}

  /** A talk is planned, of which the citizen was told: by whom, where and when. */
  record Invited(
      Instant at,
      String by,
      String promise,
      Talk how,
      Instant starts,
      Instant ends,
      String place,
      String about)
      implements CaseEvent {}

  /** A planned talk is at another moment, or elsewhere; {@code was} when it would have begun. */
  record InvitationMoved(
      Instant at,
      String by,
      String promise,
      Talk how,
      Instant was,
      Instant starts,
      Instant ends,
      String place,
      String reason)
      implements CaseEvent {}

  /** A planned talk does not go on. */
  record CalledOff(Instant at, String by, String promise, Talk how, Instant starts, String reason)
      implements CaseEvent {}

  /** Another official comes to a planned talk, of which the citizen was told. */
  record Comes(Instant at, String promise, String official, String insteadOf, Instant starts)
      implements CaseEvent {}

  /** The citizen says that a planned talk does not suit, and why. */
  record NotSuiting(Instant at, String promise, Instant starts, String words)
      implements CaseEvent {}

  /**
   * A talk was held: who was there, what was said ({@code note}), what the citizen will do ({@code
   * theirs}), and what was promised (promise ids).
   */
  record Held(
      Instant at,
      String by,
      Talk how,
      String present,
      String note,
      String theirs,
      List<String> agreed,
      List<Photo> photos,
      String link)
      implements CaseEvent {
    public Held {
      agreed = agreed == null ? List.of() : List.copyOf(agreed);
      photos = photos == null ? List.of() : List.copyOf(photos);
    }
  }

  /**
   * A picture that was taken on the spot, or a file that went with an answer: an attachment of a
   * stored message.
   *
   * @param receipt where it is stored (receipt id)
   * @param part which attachment
   * @param size bytes
   */
  record Photo(String receipt, int part, String name, long size) {}

  /** A named person said that no talk is to be proposed here ({@code off}), or that it is again. */
  record TalksProposed(Instant at, String by, boolean off) implements CaseEvent {}

  /** A ladder step that took effect. */
  record Climbed(
      Instant at, String promise, int rung, int repetition, String does, String to, String reason)
      implements CaseEvent {}

  /** Responsibility went to somebody else. */
  record HandedOver(Instant at, String by, String from, String to, String reason, String note)
      implements CaseEvent {}

  /**
   * The directory was arranged anew: the case went to another topic or team. Topics are null when
   * unknown.
   */
  record Rearranged(
      Instant at, String by, String fromTopic, String topic, String fromTeam, String team)
      implements CaseEvent {}

  /** Offered by hand to another official: nothing changes until they accept. */
  record Offered(Instant at, String by, String to, String note, Instant lapsesAt)
      implements CaseEvent {}

  /** An offer to {@code to} came to nothing; {@code how} is a code, {@code reason} theirs. */
  record OfferEnded(Instant at, String by, String to, String how, String reason)
      implements CaseEvent {}

  /** {@code promise} null: for the whole case. */
  record ActingBegan(Instant at, String official, String insteadOf, String promise, String reason)
      implements CaseEvent {}

  /** The promise falls due on a day off of its owner: this official sees to it as well. */
  record Minds(Instant at, String official, String insteadOf, String promise)
      implements CaseEvent {}

  /**
   * A colleague was asked something ({@code consult} its id in the case; {@code to} official id),
   * or a partner (then {@code to} is their organisation).
   */
  record Consulted(Instant at, String by, String consult, String to) implements CaseEvent {}

  /**
   * The answer is with the consult, the {@code answer}-th from 0. {@code by} an official id, or the
   * partner's organisation.
   */
  record ConsultAnswered(Instant at, String by, String consult, int answer) implements CaseEvent {}

  /** A partner is not asked any more: their link opens nothing. */
  record ConsultEnded(Instant at, String by, String consult) implements CaseEvent {}

  /**
   * A machine of a partner wrote back: that somebody is away, or that a mail did not arrive. They
   * are still to answer. What it wrote is with the consult, the {@code answer}-th from 0; {@code
   * by} is the partner's organisation.
   */
  record ConsultAutoReplied(Instant at, String by, String consult, int answer)
      implements CaseEvent {}

  /**
   * A case table began ({@code how}: {@code began}), got a point on its agenda ({@code agenda}),
   * somebody came to sit there ({@code joined}) or left ({@code left}), or it ended ({@code
   * ended}).
   *
   * @param to official id of who joined or left; otherwise null
   */
  record Table(Instant at, String by, String how, String to) implements CaseEvent {
    public static Table of(Instant at, String by, String how) {
      return new Table(at, by, how, null);
    }
  }

  /**
   * What a colleague was to answer ({@code promise}) another is to answer now; {@code reason} is a
   * code.
   */
  record AnsweringPassed(
      Instant at,
      String by,
      String promise,
      PromiseKind kind,
      String from,
      String to,
      String reason)
      implements CaseEvent {}

  /** Whoever acted for the whole case no longer does: the responsible official is back. */
  record ActingEnded(Instant at, String official, String insteadOf) implements CaseEvent {}

  record Closed(Instant at, String by, Outcome outcome, String explanation, String helper)
      implements CaseEvent {}

  record Reopened(Instant at, String by, String reason) implements CaseEvent {}

  /** A notice was made; its entry is in the outbox. */
  record Told(Instant at, String entry, String kind, Channel channel, String link)
      implements CaseEvent {}

  /** Why a notice was not sent: it would be another turn of a loop. */
  String LOOP = "loop";

  /** A notice that was not sent, and why: automatic mail, too many, or no way to write. */
  record HeldBack(Instant at, String kind, String reason) implements CaseEvent {}

  /** What a provider said of an outgoing message. */
  record Delivery(Instant at, String entry, String state, String detail) implements CaseEvent {}

  /**
   * The citizen wants no messages by this channel at their number any more ({@code how}: {@code
   * off}), or wants them again ({@code on}), by a message (receipt id) of these words.
   */
  record TextsTurned(
      Instant at, String receipt, Channel channel, String link, String how, String words)
      implements CaseEvent {}

  /** A named person had a message sent again that had not arrived. */
  record Resent(Instant at, String by, String entry) implements CaseEvent {}

  /**
   * What had not arrived (outbox entry {@code lost}) a named person had sent to another address of
   * its reader ({@code link}).
   */
  record SentOtherwise(Instant at, String by, String lost, String entry, String link)
      implements CaseEvent {}

  /** A named person writes to another address of the citizen from now on ({@code link}). */
  record WritesElsewhere(Instant at, String by, String link) implements CaseEvent {}

  /** Asked after a written answer, the citizen still wants the call. */
  record StillWanted(Instant at, String promise) implements CaseEvent {}

  /** What reads as a dated promise in an answer is none, says its author. */
  record NotPromised(Instant at, String by, String entry) implements CaseEvent {}

  /** Words of a message may mean that a call is no longer wanted: a named person decides. */
  record MayNotWant(Instant at, String promise, String receipt, String words)
      implements CaseEvent {}

  /** A named person judged that the citizen still wants the call. */
  record WantedAfterAll(Instant at, String by, String promise) implements CaseEvent {}

  /** When it suits to be called, in the citizen's words. */
  record Suits(Instant at, String by, String promise, String words) implements CaseEvent {}

  /**
   * The citizen got another standing official ({@code to}); {@code topic} null: in general, {@code
   * from} null: nobody was. {@code to} null: nobody is any more of who was taken for the citizen.
   */
  record Stands(Instant at, String by, String topic, String from, String to) implements CaseEvent {}

  /**
   * A named person confirmed an uncertain match, that pointed to another case ({@code suggested},
   * null: to none). {@code taught}: what the matcher learned from it (lesson ids).
   */
  record Confirmed(Instant at, String by, String suggested, List<String> taught)
      implements CaseEvent {
    public Confirmed {
      taught = taught == null ? List.of() : List.copyOf(taught);
    }
  }

  /** Messages came from another case ({@code hither}), or went there. */
  record Joined(Instant at, String by, String other, boolean hither) implements CaseEvent {}

  /**
   * Some messages (receipt ids) came from another case ({@code hither}), or went there: from then
   * on they are read and answered there.
   */
  record Parted(Instant at, String by, String other, List<String> messages, boolean hither)
      implements CaseEvent {
    public Parted {
      messages = List.copyOf(messages);
    }
  }

  /** Who leads the team let a file through that was held back ({@code file} its name). */
  record LetThrough(Instant at, String by, String file, String reason) implements CaseEvent {}

  /** An auditor read the case and said why. */
  record WasRead(Instant at, String by, String reason) implements CaseEvent {}

  /** Somebody reported that a rule, form or system chafes here ({@code friction} an id). */
  record Chafed(Instant at, String by, String friction, String rule) implements CaseEvent {}

  /** What became of what chafes: {@code state} a code, {@code words} of who looks at it. */
  record FrictionMoved(Instant at, String by, String friction, String state, String words)
      implements CaseEvent {
    /** Its words are to be read; else they are the id of another friction. */
    public boolean says() {
      return !state.startsWith("GATHER");
    }
  }

  record Noted(Instant at, String by, String text) implements CaseEvent {}

  /** A clerk put the citizen through to {@code to}, and said first what it is about. */
  record PutThrough(Instant at, String by, String to, String about) implements CaseEvent {}

  /**
   * A step of a call ({@code call} its id, {@code turn} which of its steps).
   *
   * @param by "citizen", "hub" or an official id
   * @param official whom it concerns; null: nobody
   * @param words what was said or pressed; may be null
   */
  record Phoned(
      Instant at, String by, String call, int turn, CallStep step, String official, String words)
      implements CaseEvent {}

  /** A named person saw that it is of another citizen (citizen ids). */
  record CitizenCorrected(Instant at, String by, String from, String to) implements CaseEvent {}

  record LinkRevoked(Instant at, String by, String link) implements CaseEvent {}

  /** A decision was put down; its letter waits for the talk that was planned. */
  record DecisionHeld(
      Instant at, String by, Outcome outcome, String text, Talk talk, String promise, Instant due)
      implements CaseEvent {}

  /** What was put down is worded otherwise, or another decision. */
  record DecisionChanged(Instant at, String by, Outcome outcome, String text)
      implements CaseEvent {}

  /** Nothing is decided any more. */
  record DecisionTakenBack(Instant at, String by, Outcome outcome) implements CaseEvent {}

  /**
   * The citizen was told of a decision.
   *
   * @param spoken in a talk first
   * @param why there was none, in the official's words; null when there was
   * @param principle topic whose principle it rests on (topic id); null: on a rule
   * @param ruleAlone hardly more is said than the rule
   * @param alternative what the citizen can do now; null when nothing was said of it
   * @param objection the last moment to object or appeal; null when the law offers neither
   * @param offer to talk, in the official's own words; null: in the usual ones
   */
  record Decided(
      Instant at,
      String by,
      Outcome outcome,
      boolean spoken,
      String why,
      String rule,
      String principle,
      boolean ruleAlone,
      String alternative,
      Instant objection,
      String offer)
      implements CaseEvent {}

  /** Messages (receipt ids) went to another body, with the citizen's consent. */
  record Forwarded(
      Instant at, String by, String entry, String helper, String consent, List<String> messages)
      implements CaseEvent {
    public Forwarded {
      messages = List.copyOf(messages);
    }
  }

  /** Another body confirmed that it helps: who said so, or in which message (receipt id). */
  record ElsewhereConfirmed(Instant at, String by, String helper, String who, String receipt)
      implements CaseEvent {}

  /**
   * The citizen was asked whether these messages (receipt ids) may go to {@code helper}.
   *
   * @param link who was asked
   */
  record ConsentAsked(Instant at, String by, String link, String helper, List<String> messages)
      implements CaseEvent {}

  /** What they said, on their page. */
  record ConsentSaid(Instant at, String by, String link, String helper, boolean agrees)
      implements CaseEvent {}

  /** At the close the citizen was asked whether they were helped and heard. */
  record AskedHelped(Instant at, String link) implements CaseEvent {}

  /** What they said; {@code heard} null: not that. */
  record SaidHelped(
      Instant at, String by, String link, Channel channel, boolean helped, Boolean heard)
      implements CaseEvent {}

  /** A message touches a principle (topic id): {@code official}, on call for it, was told. */
  record Alerted(Instant at, String principle, String official) implements CaseEvent {}

  /** "I am on it": whoever said so acts on what is due first. */
  record AlertTaken(Instant at, String by, String principle) implements CaseEvent {}

  /** Whoever said so cannot after all: the next one was told. */
  record AlertLeft(Instant at, String by, String principle) implements CaseEvent {}

  /** A named person saw whether a message touches a principle that its words may mean. */
  record AlertJudged(Instant at, String by, String principle, boolean touches)
      implements CaseEvent {}

  /**
   * An official acted on a principle (topic id): {@code note} says how, {@code asked} when the
   * message came that it is an answer to.
   */
  record Invoked(Instant at, String by, String principle, String note, int euros, Instant asked)
      implements CaseEvent {}

  /** That was a mistake: it counts for nothing. */
  record InvocationUndone(Instant at, String by, String principle) implements CaseEvent {}

  /** What acting on a principle cost and brought, in two sentences. */
  record Accounted(Instant at, String by, String principle, String cost, String brought)
      implements CaseEvent {}

  /** A partner ({@code by}) did not answer in time: whoever is responsible heard so. */
  record PartnerLate(Instant at, String by, String consult) implements CaseEvent {}

  /** "I want to deviate from {@code note} because {@code reason}": asked of a manager. */
  record BackingAsked(Instant at, String by, String to, String note, String reason)
      implements CaseEvent {}

  /**
   * A manager stands behind the deviation of {@code to}: they said so, or their silence was
   * agreement ({@code how}: agreed, silence).
   */
  record BackingGiven(Instant at, String by, String to, String how) implements CaseEvent {}

  /** A manager does not, and says why: they explain it to the citizen themselves. */
  record BackingRefused(Instant at, String by, String to, String note) implements CaseEvent {}

  /** It need not be answered any more. */
  record BackingWithdrawn(Instant at, String by) implements CaseEvent {}

  /** Who leads set who has contact with the citizen, how, until when and why. */
  record ContactAgreed(
      Instant at,
      String by,
      String official,
      List<ContactAgreement.Way> ways,
      Instant until,
      String note)
      implements CaseEvent {}

  /**
   * That ended.
   *
   * @param how name of a {@link ContactAgreement.How}
   * @param note null when it lapsed
   */
  record ContactFreed(Instant at, String by, String how, String note) implements CaseEvent {}

  /**
   * The citizen does not agree with it.
   *
   * @param to who looks at it (official id)
   */
  record ContactObjected(Instant at, String by, String to, String note) implements CaseEvent {}

  /** It stands, as was explained to the citizen who objected. */
  record ContactUpheld(Instant at, String by, String note) implements CaseEvent {}

  /**
   * Whether it holds for another address of the citizen too.
   *
   * @param how "added" or "removed"
   */
  record ContactAlso(Instant at, String by, String how) implements CaseEvent {}

  /** A talk was planned in another way than was agreed, with the reason why. */
  record ContactOverruled(Instant at, String by, Talk talk, String note) implements CaseEvent {}

  /** Somebody wrote the story so far of the case's citizen or household. */
  record SoFarWritten(Instant at, String by) implements CaseEvent {}

  /** Somebody read it. */
  record SoFarRead(Instant at, String by) implements CaseEvent {}

  /** The citizen says what in it is otherwise: the words stand beside it. */
  record SoFarCorrected(Instant at, String by, String correction) implements CaseEvent {}

  /** How a talk was held. */
  enum Talk {
    DESK,
    PHONE,
    VISIT
  }
}
