package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/**
 * What follows once who has contact with a citizen changed: new questions go there, and so do the
 * citizen's other open ones, of which they hear in one letter. To do it again changes nothing.
 */
final class ContactFollows {
  private static final int CASES = 200;

  private final Cases cases;
  private final OpenWork work;
  private final Identities identities;
  private final Casework casework;

  ContactFollows(Cases cases, Casework casework, Identities identities) {
    this.cases = cases;
    this.work = new OpenWork(cases, casework);
    this.identities = identities;
    this.casework = casework;
  }

  Future<Void> follows(Case one) {
    Optional<ContactAgreement> stands =
        one.care().agreedContact().filter(it -> it.stands(casework.moment().now()));
    Identity.AgreedContact known =
        stands
            .map(
                it ->
                    new Identity.AgreedContact(
                        one.id(),
                        it.official(),
                        it.ways().stream().map(Enum::name).toList(),
                        it.until()))
            .orElse(null);
    return identities
        .agree(one.citizen(), one.id(), known)
        .compose(
            done ->
                stands
                    .map(
                        it ->
                            cases
                                .ofCitizen(one.citizen(), CASES)
                                .compose(all -> move(one, it, all)))
                    .orElseGet(() -> Future.succeededFuture(0)))
        .mapEmpty();
  }

  /** Not a complaint, nor what a colleague must not read: those stay where they are. */
  private Future<Integer> move(Case agreed, ContactAgreement one, List<Case> all) {
    Map<Case, String> whose = new LinkedHashMap<>();
    Map<String, String> told = new LinkedHashMap<>();
    Map<String, String> from = new LinkedHashMap<>();
    Moment moment = casework.moment();
    String to = moment.directory().successorOf(one.official(), moment.now()).id();
    all.stream()
        .filter(Case::open)
        .filter(other -> !other.id().equals(agreed.id()) && other.barred().isEmpty())
        .filter(other -> !other.official().equals(to))
        .forEach(
            other -> {
              whose.put(other, to);
              told.put(other.id(), to);
              from.put(other.id(), other.official());
            });
    String entry = "contact." + agreed.id() + "." + one.from().toEpochMilli();
    Act act =
        new Reassigning(to, one.by(), AgreeingContact.REASON, "")
            .telling(new Together(entry, told, from));
    return work.each(whose, (other, official, ofCitizen) -> act);
  }
}
