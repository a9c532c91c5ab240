package nl.aanspreekpunt.official;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.promise.Norm;

/**
 * A plain rule that officials may act on ("no family without tap water").
 *
 * @param mandate what an official may do without asking
 * @param urgency the norm for an answer; runs in clock hours
 * @param meanwhile what the citizen can do until then, told in the acknowledgement
 * @param may the same as the mandate's words, as far as it can be counted
 * @param onCall who is told at any hour, in the order in which they are; empty: who leads the team
 * @param within how long whoever was told has, on the clock, before the next one is
 * @param signs words and phrases by which a message touches it whatever it is about; may be empty
 */
public record Principle(
    Words words,
    Words mandate,
    Norm urgency,
    Words meanwhile,
    Mandate may,
    List<CallDuty> onCall,
    Duration within,
    List<String> signs) {
  public Principle {
    onCall = List.copyOf(onCall);
    signs = List.copyOf(signs);
  }
}
