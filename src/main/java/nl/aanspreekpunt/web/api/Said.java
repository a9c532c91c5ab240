package nl.aanspreekpunt.web.api;

import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Directory;

/**
 * In whose name something is done, and what they had seen.
 *
 * @param by official id; null when not given
 * @param seen receipt id of the last message they saw; null when not given
 */
record Said(String by, String seen) {
  static Said in(Fields body) {
    return new Said(body.line("by", Fields.LINE), body.line("seen", Fields.LINE));
  }

  /** Of an act that keeps nothing. */
  static Said by(Fields body) {
    return new Said(body.line("by", Fields.LINE), null);
  }

  /**
   * A token that speaks for an official does so only in their name. A system names the official; it
   * speaks for whoever is to act in the case when it names nobody.
   */
  String by(Call call, Case one) {
    return by(call, one.actingNow().map(Acting::official).orElse(one.official()));
  }

  String by(Call call, String otherwise) {
    Caller caller = call.caller();
    if (caller.isSystem()) {
      return by == null ? otherwise : employed(call);
    }
    if (by != null && !caller.is(by)) {
      throw wrong("by-another");
    }
    return caller.official().id();
  }

  private String employed(Call call) {
    Directory directory = call.directory();
    if (!directory.employed(by, call.now())) {
      throw wrong("official");
    }
    return by;
  }

  private static Problem wrong(String code) {
    return Problem.mistake("by", code);
  }

  /** When it is not said: what was the last one when the request came in. */
  String seen(Case one) {
    return seen == null ? one.lastReceived() : seen;
  }
}
