package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Touch;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * A citizen's message as a case takes it in.
 *
 * @param receipt receipt id
 * @param sender null when nobody can be read from it
 * @param automatic out-of-office, bounce, list: waits for nobody
 * @param courtesy nothing but thanks: it answers no question
 * @param callback null unless a callback is asked for
 * @param call what it says of a call that was asked for; null when nothing
 * @param legal what its sender says it is to the law; null when nothing
 * @param today messages of this sender in the 24 hours before this one
 * @param heard what its words tell of how its sender takes it
 * @param copied others it went to (addresses, lower case)
 * @param answers how they want to be answered at their address; null: as they wrote
 */
public record Arrival(
    String receipt,
    Channel channel,
    Address sender,
    String name,
    String language,
    String messageId,
    List<String> threads,
    boolean automatic,
    boolean courtesy,
    Wish callback,
    OfCall call,
    LegalClass legal,
    int today,
    Limits limits,
    Heard heard,
    List<String> copied,
    Channel answers) {

  public Arrival(
      String receipt,
      Channel channel,
      Address sender,
      String name,
      String language,
      String messageId,
      List<String> threads,
      boolean automatic,
      boolean courtesy,
      Wish callback,
      OfCall call,
      LegalClass legal,
      int today,
      Limits limits,
      Heard heard,
      List<String> copied) {
    this(
        receipt, channel, sender, name, language, messageId, threads, automatic, courtesy, callback,
        call, legal, today, limits, heard, copied, null);
  }

  /**
   * What is heard in its words, as they were written.
   *
   * @param doubts words that doubt an answer
   * @param upset plain words of anger or despair
   * @param despair of not wanting to live any more
   * @param touches the principles that they name or may touch
   */
  public record Heard(
      List<String> doubts, List<String> upset, List<String> despair, List<Touch> touches) {
    public static final Heard NOTHING = new Heard(List.of(), List.of(), List.of(), List.of());

    /** Topics of the principles that they name beyond doubt. */
    Stream<String> named() {
      return touches.stream().filter(Touch::certain).map(Touch::topic);
    }
  }

  /** How many acknowledgements one sender gets. */
  public record Limits(int perCaseADay, int perSenderADay) {}

  /**
   * What a message says of a call that was asked for.
   *
   * @param suits the words that say when it suits; null if none
   * @param only it says hardly anything else
   * @param declines the words that take the request back; null if none
   * @param surely these can mean nothing else
   * @param bare YES or NO when the message is that alone; null otherwise
   * @param asks the words that ask to be called at a number that is known; null if none
   */
  public record OfCall(
      String suits, boolean only, String declines, boolean surely, String bare, String asks) {
    public OfCall(String suits, boolean only, String declines, boolean surely, String bare) {
      this(suits, only, declines, surely, bare, null);
    }

    /**
     * It asks to be called, then or (empty) whenever.
     *
     * @param phrase the words that ask it
     */
    public static OfCall asking(String phrase, String suits) {
      return new OfCall(suits.isEmpty() ? null : suits, false, null, false, null, phrase);
    }

    public static final String YES = "yes";
    public static final String NO = "no";
  }

  /**
   * @param phone E.164
   * @param by as in {@link nl.aanspreekpunt.promise.CallbackRequest#requestedBy()}
   */
  public record Wish(String phone, String reason, String preferred, String by) {}
}
