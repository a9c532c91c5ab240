package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.util.ArrayList;
import java.util.List;

/**
 * How WhatsApp does.
 *
 * @param set a number of ours has it
 * @param waits what waits to go; only looked at where none has
 * @param broke null when the provider took what it was given last
 * @param fixedTexts there is one in Dutch
 */
public record WhatsApp(
    boolean set, Sending.Waiting waits, Sending.Broke broke, boolean fixedTexts) {
  public List<Problem> problems() {
    List<Problem> found = new ArrayList<>();
    if (!set && waits.many() > 0) {
      found.add(Problem.of(What.WHATSAPP_WAITS, waits.many(), waits.since()));
    } else if (set && broke != null) {
      found.add(Problem.of(What.WHATSAPP_BROKE, broke.since(), broke.why()));
    }
    if (set && !fixedTexts) {
      found.add(Problem.of(What.WHATSAPP_NO_TEXT));
    }
    return found;
  }
}
