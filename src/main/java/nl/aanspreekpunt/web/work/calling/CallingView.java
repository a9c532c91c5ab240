package nl.aanspreekpunt.web.work.calling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From a call to what its official sees of it. */
record CallingView(Frame frame, Names names, String me) {
  /**
   * @param form what was typed; null: nothing yet
   */
  CallingPage page(MadeCall call, Case one, long seen, Form form, List<FieldError> errors) {
    boolean goesOn = call.stage() != MadeCall.Stage.OVER;
    boolean mine = call.official().equals(me);
    return new CallingPage(
        frame,
        call.id(),
        one.id(),
        names.subject(one),
        frame.say("calling.who", call.called(), Person.shown(call.to())),
        one.promise(call.promise()).map(CallingView::reason).orElse(""),
        now(call, mine),
        goesOn,
        goesOn && mine && call.stopped() == null && call.stage() != MadeCall.Stage.TALKING,
        mine && call.unconfirmed() ? confirm(call, one, form) : null,
        again(call, one, mine),
        seen,
        errors);
  }

  private static String reason(Promise promise) {
    String said = promise.callback() == null ? "" : promise.callback().reason();
    return said == null || said.startsWith("tell:") ? "" : said;
  }

  private String now(MadeCall call, boolean mine) {
    Optional<MadeCall.Result> result = call.result();
    if (result.isEmpty() && call.stopped() != null) {
      return frame.say("calling.stopping");
    }
    if (result.isEmpty()) {
      return mine
          ? frame.say("calling.stage." + call.stage())
          : frame.say("calling.other", names.of(call.official()));
    }
    if (result.get() == MadeCall.Result.NOT_MADE) {
      return frame.say("calling.result.NOT_MADE", why(call.notMade()));
    }
    int minutes = call.theirs().seconds() / 60;
    return minutes < 2 && result.get() == MadeCall.Result.SPOKEN
        ? frame.say("calling.result.SPOKEN.short")
        : frame.say("calling.result." + result.get(), minutes);
  }

  private String why(String code) {
    String key = "calling.not-made." + code;
    return frame.words().has(key) ? frame.say(key) : frame.say("calling.not-made.refused");
  }

  private CallingPage.Confirm confirm(MadeCall call, Case one, Form form) {
    String proposed = call.proposed().map(Enum::name).orElse("");
    String chosen = form == null ? proposed : form.get("attempt");
    List<Choice> outcomes =
        Stream.of(Attempt.Outcome.values())
            .map(Enum::name)
            .map(it -> new Choice(it, frame.say("work.attempt." + it), it.equals(chosen)))
            .toList();
    String note = form == null ? note(call) : form.get("attemptNote");
    String last = one.lastReceived() == null ? "" : one.lastReceived();
    String seen = form == null || form.get("seen").isEmpty() ? last : form.get("seen");
    return new CallingPage.Confirm(outcomes, note, seen);
  }

  /** What the outcome alone does not say. */
  private String note(MadeCall call) {
    return call.result()
        .filter(it -> it == MadeCall.Result.BUSY || it == MadeCall.Result.FAILED)
        .map(it -> frame.say("calling.note." + it))
        .orElse("");
  }

  private static String again(MadeCall call, Case one, boolean mine) {
    boolean open =
        one.promise(call.promise()).filter(it -> it.open() && it.callback() != null).isPresent();
    boolean free = mine ? call.stands() == null : call.open() == null;
    return open && free ? call.promise() : null;
  }
}
