package nl.aanspreekpunt.casework.backing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.decision.OwnReason;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A manager says whether they stand behind a deviation. A refusal has their own explanation, and is
 * theirs to explain to the citizen, who hears who explains it and by when.
 *
 * @param backing id
 * @param by official id of who was asked, or stands in for them
 * @param agrees whether they do
 * @param explanation of a refusal
 */
public record AnsweringBacking(String backing, String by, boolean agrees, String explanation)
    implements Act {
  /** Why somebody else than the responsible official keeps a promise. */
  static final String REASON = Backing.EXPLAINS;

  /** Characters of an explanation. */
  public static final int LONGEST = 2_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Backing> asked = before.care().backed().find(backing).filter(Backing::isOpen);
    Optional<Promise> promise = asked.flatMap(one -> before.promise(one.promise()));
    if (promise.filter(Promise::open).isEmpty()) {
      return Decision.refused("backing-answered");
    }
    if (!asks(before, promise.get(), by)) {
      return Decision.refused("not-asked-backing");
    }
    if (!agrees && !OwnReason.longEnough(explanation)) {
      return Decision.refused("explanation-needed-backing", "explanation");
    }
    if (!agrees && explanation.length() > LONGEST) {
      return Decision.refused("explanation-too-long", "explanation");
    }
    if (!agrees && !OwnReason.in(explanation)) {
      return Decision.refused("bare-rule", "explanation");
    }
    Draft draft = new Draft(before, moment);
    draft.inward.keep(promise.get(), by, agrees ? "backed" : "refused");
    if (agrees) {
      agree(draft, asked.get());
    } else {
      refuse(draft, asked.get());
    }
    return draft.done();
  }

  /** Whether this official was asked, or answers instead of who was. */
  public static boolean asks(Case one, Promise promise, String official) {
    return official.equals(promise.actor()) || official.equals(one.ownerOf(promise));
  }

  private void agree(Draft draft, Backing asked) {
    Backing agreed = asked.answered(Backing.State.AGREED, by, draft.now(), null);
    draft.care(draft.care().with(draft.care().backed().with(agreed)));
    draft.event(new CaseEvent.BackingGiven(draft.now(), by, asked.by(), "agreed"));
    tell(draft, asked, by, "agreed");
  }

  private void refuse(Draft draft, Backing asked) {
    String words = explanation.strip();
    Backing refused = asked.answered(Backing.State.REFUSED, by, draft.now(), words);
    draft.care(draft.care().with(draft.care().backed().with(refused)));
    draft.event(new CaseEvent.BackingRefused(draft.now(), by, asked.by(), words));
    tell(draft, asked, by, "refused");
    explain(draft);
  }

  /**
   * It stands beside what the responsible official promised: no answer of theirs keeps it. By phone
   * where a number is known.
   */
  private void explain(Draft draft) {
    Optional<String> number = Promising.known(draft.before);
    PromiseKind kind = number.isPresent() ? PromiseKind.CALLBACK : PromiseKind.ANSWER;
    Instant due = Dues.due(kind, draft.moment, draft.matter());
    boolean english = "en".equals(draft.before.language());
    String words = english ? "I explain to you why not." : "Ik leg u uit waarom niet.";
    Promise made = draft.promises.make(kind, due, null, by).inWords(words);
    draft.promises.put(
        number
            .map(to -> new CallbackRequest(to, words, "", by, List.of(), draft.now(), null, null))
            .map(made::withCallback)
            .orElse(made));
    if (!by.equals(draft.responsible())) {
      draft.act(made.id(), by, draft.responsible(), REASON);
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", kind.name());
    facts.put("due", due.toString());
    facts.put("explains", "yes");
    if (!by.equals(draft.responsible())) {
      facts.put("insteadOf", draft.responsible());
    }
    draft.tell().citizen(Notice.Kind.PROMISED, by, facts);
  }

  /** Whoever asked hears how it came out: never what was asked. */
  static void tell(Draft draft, Backing asked, String manager, String what) {
    draft
        .tell()
        .official(
            asked.by(),
            Notice.Kind.BACKING,
            Map.of("what", what, "from", manager, "promise", asked.promise()));
  }
}
