package nl.aanspreekpunt.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;

/** What is kept of a call in the inbox: one receipt for the call, one for a spoken message. */
final class Taken {
  static final String CALL = "call";
  static final String FROM = "from";
  static final String LANGUAGE = "language";
  static final String CALLBACK = "callback";

  /** There when it is a number that they keyed in. */
  static final String KEYED = "keyed";

  private Taken() {}

  /** The id of a call's receipt: the same, however often it is kept. */
  static String receipt(String call) {
    return digest("twilio:call:" + call);
  }

  static String ofRecording(String sid) {
    return digest("twilio:recording:" + sid);
  }

  /**
   * @param callBack where they asked to be called (E.164); null: they did not ask
   */
  static Receipt of(Call call, String callBack, Instant now) {
    return with(receipt(call.id()), call, callBack, null, 0, 0, now);
  }

  /**
   * A spoken message.
   *
   * @param id {@link #ofRecording}
   * @param raw null when it stands in pieces
   */
  static Receipt message(
      String id, Call call, String callBack, byte[] raw, int pieces, long size, Instant now) {
    return with(id, call, callBack, raw, pieces, size, now);
  }

  private static Receipt with(
      String id, Call call, String callBack, byte[] raw, int pieces, long size, Instant now) {
    Map<String, String> facts = new HashMap<>();
    facts.put(CALL, call.id());
    facts.put(LANGUAGE, call.language());
    call.reachable().ifPresent(number -> facts.put(FROM, number));
    if (call.keyed() != null) {
      facts.put(KEYED, "yes");
    }
    if (callBack != null) {
      facts.put(CALLBACK, callBack);
    }
    Receipt receipt =
        Receipt.received(
            id, Channel.PHONE, now, null, List.of(call.number()), raw, pieces, size, facts);
    return call.caseNumber() == null ? receipt : aimed(receipt, call);
  }

  /** At the case that was found when it rang. */
  private static Receipt aimed(Receipt one, Call call) {
    Match match = call.route() == null ? null : call.route().match();
    return new Receipt(
        one.id(),
        one.channel(),
        one.state(),
        one.receivedAt(),
        null,
        null,
        one.recipients(),
        one.raw(),
        one.pieces(),
        one.size(),
        one.facts(),
        null,
        call.caseNumber(),
        match,
        null,
        0,
        one.nextTry());
  }

  private static String digest(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
