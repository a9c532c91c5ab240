package nl.aanspreekpunt.phone.back;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the provider says how far a call is. Each address names the call, so that what it says may
 * come before the provider's own id is known.
 *
 * @param publicUrl without a slash at its end
 */
public record BackAddresses(String publicUrl) {
  static final String PATH = "/webhooks/twilio/voice/back/";

  /** The official answered: what they hear. */
  String answered(MadeCall call) {
    return of("answered", call);
  }

  /** They pressed a key. */
  String pressed(MadeCall call) {
    return of("pressed", call);
  }

  /** The citizen's telephone was rung, and that is over. */
  String done(MadeCall call) {
    return of("done", call);
  }

  /** How the official's telephone does. */
  String own(MadeCall call) {
    return of("own", call);
  }

  /** How the citizen's telephone does. */
  String theirs(MadeCall call) {
    return of("theirs", call);
  }

  /** Whether a machine answered it. */
  String machine(MadeCall call) {
    return of("machine", call);
  }

  private String of(String what, MadeCall call) {
    return publicUrl
        + PATH
        + what
        + "?call="
        + URLEncoder.encode(call.id(), StandardCharsets.UTF_8);
  }
}
