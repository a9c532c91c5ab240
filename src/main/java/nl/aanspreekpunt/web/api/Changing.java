package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Once;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.official.Asked;

/** Changes a case and shows it as it then is, to whom may see it. */
final class Changing {
  private final Casework casework;
  private final Answering answering;
  private final Agreements agreements;
  private final Timeline timeline;

  Changing(Casework casework, Answering answering, Agreements agreements, Timeline timeline) {
    this.answering = answering;
    this.agreements = agreements;
    this.casework = casework;
    this.timeline = timeline;
  }

  /** Once for each Idempotency-Key of a token, when there is one. */
  Future<Case> change(Call call, Case one, Act act) {
    return told(casework.change(one.id(), once(call, act)));
  }

  /** What may promise the citizen a call, unless that was not agreed about contact. */
  Future<Case> call(Call call, Case one, Act act) {
    return agreements.calls(act, one, call.now()).compose(within -> change(call, one, within));
  }

  /** The same of an answer. */
  Future<Case> reply(Call call, Case one, Act act, String by) {
    return agreements.calls(act, one, call.now()).compose(within -> answer(call, one, within, by));
  }

  /** An answer that waits for a moment. */
  Future<Case> plan(Call call, Case one, Replying reply, Instant at, boolean evenLate) {
    return agreements
        .of(one, call.now())
        .compose(
            agreed ->
                agreements
                    .calls(reply, one, call.now())
                    .compose(
                        within ->
                            change(
                                call,
                                one,
                                new PlanningReply(
                                    within,
                                    reply,
                                    at,
                                    Duration.ZERO,
                                    null,
                                    evenLate,
                                    agreed.orElse(null)))));
  }

  /** An answer to, or a talk with, the citizen: who is the first becomes the standing official. */
  Future<Case> answer(Call call, Case one, Act act, String by) {
    return told(answering.change(one.id(), once(call, act), by));
  }

  /** An answer never speaks of what a crash could still undo. */
  Future<Case> told(Future<Decision> decided) {
    return decided.compose(casework::told).map(Changing::after);
  }

  static Act once(Call call, Act act) {
    String key = call.key();
    return key == null ? act : new Once(key(call, key), call.digest(), act);
  }

  /** Whether this caller did something here under the same key: it is not done again. */
  static boolean repeated(Call call, Case one) {
    String key = call.key();
    return key != null && Once.knows(one, key(call, key));
  }

  /** The same for what is stated about officials; null without a key. */
  static Asked asked(Call call) {
    String key = call.key();
    return key == null ? null : new Asked(key(call, key), call.digest());
  }

  private static String key(Call call, String key) {
    return ApiToken.hash(call.caller().token().id() + key);
  }

  static Case after(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw Problem.refused(refused.refusal());
    }
    return decision instanceof Decision.Changed changed
        ? changed.after()
        : ((Decision.Unchanged) decision).as();
  }

  /** Who hands a case over may no longer see it all. */
  Future<Answer> shown(Call call, Case after, int status) {
    Access access = call.caller().access(after, call.now());
    CaseShape shape = new CaseShape(call);
    return access == Access.TEXT
        ? timeline
            .of(after, call.routes())
            .map(events -> new Answer(status, shape.whole(after, events), Map.of()))
        : Future.succeededFuture(new Answer(status, shape.brief(after, access), Map.of()));
  }
}
