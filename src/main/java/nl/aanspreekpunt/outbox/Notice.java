package nl.aanspreekpunt.outbox;

import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;

/**
 * The facts of one message to one person; rendered when it is sent.
 *
 * @param key tells the notices of one change apart: recipient, and kind where one recipient gets
 *     two
 * @param channel EMAIL or SMS; DIGEST for what an official is told with other things; PHONE for
 *     what cannot be written: it becomes a call on Today
 * @param to address or number
 * @param official id of the official it speaks for (citizens) or to (staff)
 * @param caseNumber null for what is about no case
 * @param language "nl" or "en"
 * @param facts what its template needs; see {@link Kind}
 */
public record Notice(
    String key,
    Kind kind,
    Channel channel,
    String to,
    String official,
    String caseNumber,
    String language,
    Map<String, String> facts) {

  /** A fact of what is sent to a citizen: the only ways of contact that were agreed with them. */
  public static final String ONLY_BY = "onlyBy";

  /** A fact of what goes at any hour. */
  public static final String URGENT = "urgent";

  /** A fact of an answer to what was written earlier than it came here: when that was. */
  public static final String WRITTEN = "written";

  /** A fact of a text message: the number of ours that it comes from (E.164). */
  public static final String SENDER = "sender";

  /** Another: the account at the provider that this number is of; the usual when not told. */
  public static final String ACCOUNT = "account";

  /** Another: the messaging service that this number is in. */
  public static final String SERVICE = "service";

  /**
   * What it is, and the facts it carries. Every kind to a citizen: {@code subject}, {@code link}
   * (what their follow link carries). Instants are ISO 8601 UTC.
   */
  public enum Kind {
    /**
     * {@code promise} (kind), {@code due}, {@code inReplyTo}, {@code references}, {@code
     * meanwhile}?, {@code actingFor}? (official id who is away), {@code back}? (when they are),
     * {@code left}? (official id of who left and whose place this one took), {@code decision}? (due
     * time of the decision besides), {@code returns}? (when who speaks works again, not today)
     */
    ACKNOWLEDGEMENT,
    /**
     * {@code text}, {@code inReplyTo}, {@code references}, {@code askCallback}? (promise id) and
     * {@code silentUntil}: whether they still want to be called, and when silence means no; {@code
     * promises}? ({@code kind=due} each, with a space between): what it promises by when; {@code
     * waitsUntil}? (what was promised waits for an answer, at most until then)
     */
    REPLY,
    /**
     * {@code from}? (official id), {@code reason}, {@code due}? and its {@code promise} (kind),
     * {@code cases}? (when it is about several: {@code number=official id} each, with a space
     * between)
     */
    NEW_OFFICIAL,
    /**
     * {@code insteadOf} (official id), {@code back}? (when they are), {@code due}?, {@code cases}?:
     * somebody acts meanwhile
     */
    ACTING,
    /**
     * {@code promise} (id), {@code how}, {@code due}? (of the answer that is due instead): a
     * callback ended; offers "that is not so"
     */
    CALLBACK_ENDED,
    /** {@code promise} (id): who was not reached is asked when it suits better */
    BETTER_MOMENT,
    /**
     * {@code outcome}, {@code explanation}?, {@code helper}? (who does help), {@code rule}?, {@code
     * alternative}? (what the citizen can do), {@code changes}? (of what is not possible now),
     * {@code objection}? (the last moment for it), {@code talk}? (an offer in own words), {@code
     * spoken}? (in a talk first), {@code forwarded}?, {@code confirmed}? (the other body said that
     * it helps), {@code promise} and {@code due}? (what stays promised), {@code askHelped}?
     * (whether they were helped)
     */
    CLOSED,
    /**
     * To another body. {@code text}, {@code reason}, {@code person}, {@code messages}? (receipt
     * ids, with a space between: their files go along, see {@link Enclosures})
     */
    FORWARD,
    /**
     * {@code promise} (kind), {@code due}, {@code insteadOf}? (official id), {@code back}?: it will
     * be late, or is; who sees to it speaks
     */
    LATE,
    /**
     * {@code promise} (kind), {@code due}, {@code formal}? (it is a formal message), {@code
     * informal}? (why it is none after all, and no decision comes), {@code notHelped}? (they said
     * so) and {@code promises}? (as above): a promise made outside a message of the citizen
     */
    PROMISED,
    /** {@code promise} (kind), {@code due}, {@code was}, {@code reason}: another due time */
    RENEWED,
    /**
     * {@code promise} (kind), {@code due}, {@code decision}? (its due time), {@code promises}?
     * ({@code kind=due} of each other, with a space between), {@code how}: what stood still goes on
     */
    WENT_ON,
    /**
     * {@code why}: "steady" (one official stays from now on), {@code due}? and its {@code promise};
     * or "farewell" (who leaves offers a last talk), {@code since} (from when they do not work
     * here)
     */
    INVITATION,
    /**
     * {@code what} (planned, moved, other: who comes, off), {@code how}, {@code promise} (id),
     * {@code at}, {@code end}, {@code place}, {@code about}, {@code reason}, {@code uid}, {@code
     * sequence}: a planned talk, with an entry for their calendar
     */
    APPOINTMENT,
    /**
     * {@code what}: "made" ({@code agreed}: per line a moment and words; {@code theirs}?: what the
     * citizen will do), or "done", "off" or "again" ({@code words}, {@code due}, {@code reason})
     */
    AGREEMENT,
    /** Staff. As APPOINTMENT, without words of the case: for their own calendar */
    AGENDA,
    /**
     * What chafes for the citizen as well. {@code what} ("looked", "owner", "moved", "late", or how
     * it was answered), {@code rule}, {@code due}? and its {@code promise}, {@code from}? (official
     * id), {@code text}? (the answer, in its author's words)
     */
    CHAFED,
    /**
     * {@code what} ("made" or "ended"), {@code other} (their name), {@code see}?, {@code ask}?,
     * {@code decide}?: who may do what in the citizen's questions from now on
     */
    LINKED,
    /**
     * Who has contact with the citizen after a threat. {@code what}: "agreed" ({@code ways}, {@code
     * last}: in its last day, {@code text}: why, {@code from}?: official id of who had the case),
     * "lapsed", "lifted" or "objection" (it ended; {@code text}?), "objected" ({@code promise},
     * {@code due}) or "upheld" ({@code text})
     */
    CONTACT,
    /** {@code helper} (who does): may what they wrote go there? They say so on their page */
    CONSENT,
    /**
     * Of no case, to whoever says that an address is theirs, and of no official's: {@code nonce}
     * (what the code is made of: the code itself stands nowhere), {@code goneAt} (never sent after
     * that), {@code minutes} (how long it opens something)
     */
    CODE,
    /**
     * Of no case: a test of a channel, that an administrator asked for. {@code what} (relay, round
     * or sms), {@code name} (by which it is known when it comes in again), {@code goneAt}
     */
    TEST,
    /** {@code other} (masked): from now on the citizen is written to at another address */
    ADDRESS,
    /** Staff. {@code what} ("owner", or how it was answered), {@code page} (path) */
    FRICTION,
    /** Staff. {@code met}: how many officials a citizen met in a case: name one who stays */
    STEADY,
    /** Staff. {@code promise} (id), {@code promiseKind}, {@code due}, {@code does} */
    LADDER,
    /**
     * To an outside partner, with none of the facts above. {@code consult} (its id in the case),
     * {@code question}, {@code partner} (their name), {@code due} (until when their link opens)
     */
    PARTNER,
    /**
     * Staff. What colleagues ask one another: {@code what} (a code, or what a ladder step does),
     * {@code promise} (id), {@code promiseKind}, {@code due}, {@code from} (official id of who
     * waits for it)
     */
    ASKED,
    /** Staff. {@code from}, {@code reason}, {@code note}? (there is one) : work came to you */
    HANDED_OVER,
    /**
     * Staff. {@code what} ("offered", or what became of an offer), {@code from} (official id),
     * {@code due}? (until when it can be accepted), {@code late}? (something promised in it is)
     */
    OFFER,
    /**
     * Staff, about no case. {@code what}, {@code about} (official id), {@code page} (path), {@code
     * since}?
     */
    ABSENCE,
    /** Staff, about no case: what an administrator is to know. {@code what}, {@code page} (path) */
    ADMINISTRATION,
    /**
     * Staff. {@code what}: "touched" (a message touches {@code principle}, in words; {@code
     * insteadOf} is responsible), "taken" or "which" (answers to a text message), or "account"
     * ({@code invocation}, {@code page}). The one kind that staff get as a text message too
     */
    PRINCIPLE,
    /**
     * Staff. How a manager answered who wants to deviate: {@code what} (agreed, silence, refused),
     * {@code from} (the manager)
     */
    BACKING,
    /**
     * To the administrator who asked for it: a text in a letter about a fictional question. {@code
     * of} (its key) and {@code words} (as they were typed)
     */
    TRIED,
    /** Staff. Several of the others, each with its facts: see {@link Gathered} */
    DIGEST,
    /** Staff. {@code what}, {@code detail} : a delivery failed, a later message came in between */
    WARNING
  }

  /** The same with other facts. */
  public Notice with(Map<String, String> others) {
    return new Notice(key, kind, channel, to, official, caseNumber, language, others);
  }

  public boolean toStaff() {
    return switch (kind) {
      case DIGEST,
          STEADY,
          LADDER,
          ASKED,
          HANDED_OVER,
          OFFER,
          AGENDA,
          ABSENCE,
          ADMINISTRATION,
          FRICTION,
          PRINCIPLE,
          BACKING,
          TRIED,
          WARNING ->
          true;
      default -> false;
    };
  }

  public Notice {
    facts = Map.copyOf(facts);
  }
}
