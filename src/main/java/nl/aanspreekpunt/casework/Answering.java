package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import nl.aanspreekpunt.citizen.Identities;

/**
 * An official answers or talks with a citizen. The first one to do so on a topic becomes the
 * citizen's standing official for it; who stands already stays.
 */
public final class Answering {
  private final Casework casework;
  private final Identities identities;

  public Answering(Casework casework, Identities identities) {
    this.casework = casework;
    this.identities = identities;
  }

  /**
   * @param by official id of who answers
   */
  public Future<Decision> change(String number, Act act, String by) {
    return casework.change(number, act).compose(decision -> stand(decision, by));
  }

  private Future<Decision> stand(Decision decision, String by) {
    if (!(decision instanceof Decision.Changed changed)) {
      return Future.succeededFuture(decision);
    }
    Case after = changed.after();
    if (after.route().unproven()) {
      return Future.succeededFuture(decision); // who wrote it is not known yet
    }
    return identities.answered(after.citizen(), after.topic(), by, after.id()).map(decision);
  }
}
