package nl.aanspreekpunt.casework.contact;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Readers;

/**
 * What is written to a citizen offers no other way of contact than was agreed with them, as that
 * stands when it is sent.
 */
public record AsAgreed(Readers readers, Identities identities, Clock clock) implements Readers {
  @Override
  public Future<Optional<Outgoing>> now(Outgoing entry) {
    return readers.now(entry).compose(this::told);
  }

  private Future<Optional<Outgoing>> told(Optional<Outgoing> entry) {
    Optional<Address> to = entry.flatMap(one -> citizen(one.notice()));
    return to.isEmpty()
        ? Future.succeededFuture(entry)
        : identities
            .find(to.get())
            .map(
                found ->
                    found
                        .flatMap(one -> one.agreed(clock.instant()))
                        .flatMap(agreed -> entry.map(one -> about(one, agreed)))
                        .or(() -> entry));
  }

  private static Optional<Address> citizen(Notice notice) {
    boolean other = notice.toStaff() || notice.kind() == Notice.Kind.PARTNER;
    if (other || notice.caseNumber() == null) {
      return Optional.empty();
    }
    return notice.channel() == Channel.EMAIL
        ? Addresses.email(notice.to())
        : Addresses.phone(notice.to());
  }

  private static Outgoing about(Outgoing entry, Identity.AgreedContact agreed) {
    Map<String, String> facts = new TreeMap<>(entry.notice().facts());
    facts.put(Notice.ONLY_BY, String.join(" ", agreed.ways()));
    return entry.about(entry.notice().with(facts));
  }
}
