package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Instant;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;

/**
 * A telephone number from which nothing came for a year may be somebody else's by now: providers
 * give numbers out again. It is doubted from its next message on, until a person confirms one.
 */
public record ChangedHands(Cases cases) {
  private static final int LATEST = 30;

  /**
   * Whether it may be another's than it was. No read for who was heard within the year.
   *
   * @param identity of that address; null: not known
   * @param receipt a message from it that is looked at now; null: none
   */
  public Future<Boolean> perhaps(Identity identity, Address address, String receipt, Instant now) {
    if (identity == null || address.kind() != Address.Kind.PHONE) {
      return Future.succeededFuture(false);
    }
    return identity
        .afterSilence(receipt, now)
        .map(
            since ->
                cases
                    .ofCitizen(identity.citizen(), LATEST)
                    .map(all -> all.stream().noneMatch(one -> confirmed(one, address, since))))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  /** Somebody said of a message that came since that it is what it seems. */
  private static boolean confirmed(Case one, Address address, Instant since) {
    return !one.openedAt().isBefore(since)
        && one.participant(address).isPresent()
        && one.route().doubts().contains(Doubt.SILENT)
        && (one.route().confirmedBy() != null || one.joined());
  }
}
