package nl.aanspreekpunt.inbox;

import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * An official passes a citizen's mail on to the hub, from their own mailbox: it is that citizen's.
 * Only when a server that we trust vouches for the official, since anybody can write their name
 * above a mail, and an author in its text; else it stays with who it says sent it, and is doubtful.
 */
public record SendingOn(Directory directory) {
  /** What is found against an official's mail that nobody vouches for. */
  static final String UNPROVEN = "sent-on";

  /** Any other mail as it is. */
  public Inbound filed(Inbound mail) {
    if (mail.automatic() || mail.origin().authors().isEmpty()) {
      return mail;
    }
    Optional<Official> official = official(mail.sender());
    Optional<Origin.Author> author =
        mail.origin().authors().stream()
            .filter(one -> official(one.address()).isEmpty())
            .findFirst();
    if (official.isEmpty() || author.isEmpty()) {
      return mail;
    }
    boolean proven = mail.doubt() == null && mail.origin().proven();
    return proven
        ? mail.sentOn(author.get(), official.get().id())
        : mail.doubted(mail.doubt() == null ? UNPROVEN : mail.doubt());
  }

  private Optional<Official> official(Address address) {
    return address == null
        ? Optional.empty()
        : directory.officials().stream()
            .filter(
                one ->
                    address.value().equalsIgnoreCase(one.email())
                        || address.value().equalsIgnoreCase(one.address()))
            .findFirst();
  }
}
