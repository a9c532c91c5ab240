package nl.aanspreekpunt.web.work.calling;

import java.util.List;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.web.Frame;

/**
 * A call of one's own that goes on, or of which it is not yet put down what became of it: one act
 * to do.
 *
 * @param said what it is and what is to be done, in words
 */
public record StandingCall(String id, String said, String path, boolean confirm) {
  public static List<StandingCall> of(List<MadeCall> calls, Frame frame) {
    return calls.stream().map(one -> of(one, frame)).toList();
  }

  private static StandingCall of(MadeCall one, Frame frame) {
    String when = frame.moments().say(one.at());
    return new StandingCall(
        one.id(),
        frame.say(
            one.unconfirmed() ? "calling.confirm.one" : "calling.goes-on", one.called(), when),
        CallingPage.path(one.id()),
        one.unconfirmed());
  }
}
