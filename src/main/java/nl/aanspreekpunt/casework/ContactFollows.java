package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.contact.EndingContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;

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
    return cases.ofCitizen(one.citizen(), CASES).compose(all -> follows(one.citizen(), all));
  }

  /** Of all that were made in cases of a citizen the latest stands. */
  private Future<Void> follows(String citizen, List<Case> all) {
    Instant now = casework.moment().now();
    List<Case> standing =
        all.stream()
            .filter(it -> it.care().agreedContact().filter(a -> a.stands(now)).isPresent())
            .sorted(
                Comparator.comparing((Case it) -> it.care().contact().from())
                    .thenComparing(Case::id)
                    .reversed())
            .toList();
    Optional<Case> latest = standing.stream().findFirst();
    return identities
        .agree(citizen, latest.map(it -> it.care().contact().known(it.id())).orElse(null))
        .compose(done -> replace(standing.stream().skip(1).toList(), latest))
        .compose(done -> elsewhere(citizen, all, latest))
        .compose(
            done ->
                latest
                    .map(it -> move(it, it.care().contact(), all))
                    .orElseGet(() -> Future.succeededFuture(0)))
        .mapEmpty();
  }

  /** At the other addresses that were named the same holds, as long as it does here. */
  private Future<Void> elsewhere(String citizen, List<Case> all, Optional<Case> latest) {
    Future<Void> done = Future.succeededFuture();
    for (Case one : all) {
      for (ContactAgreement.Also also :
          one.care().agreedContact().map(ContactAgreement::also).orElse(List.of())) {
        Optional<Case> holds = latest.filter(it -> also.holds());
        done = done.compose(before -> elsewhere(citizen, one, also.address(), holds));
      }
    }
    return done;
  }

  private Future<Void> elsewhere(String citizen, Case in, Address address, Optional<Case> latest) {
    if (latest.isEmpty()) {
      return identities
          .find(address)
          .compose(
              found ->
                  found
                      .filter(it -> !it.citizen().equals(citizen) && it.contact() != null)
                      .filter(it -> it.contact().number().equals(in.id()))
                      .map(it -> identities.agree(it.citizen(), null))
                      .orElseGet(Future::succeededFuture));
    }
    Case it = latest.get();
    return identities
        .known(address, "c" + in.id() + Integer.toHexString(address.id().hashCode()), in.language())
        .compose(
            other ->
                other.citizen().equals(citizen)
                    ? Future.<Void>succeededFuture()
                    : identities
                        .agree(other.citizen(), it.care().contact().known(it.id()))
                        .compose(done -> cases.ofCitizen(other.citizen(), CASES))
                        .compose(theirs -> move(it, it.care().contact(), theirs))
                        .mapEmpty());
  }

  private Future<Void> replace(List<Case> earlier, Optional<Case> latest) {
    Future<Void> done = Future.succeededFuture();
    for (Case one : earlier) {
      String by = latest.orElseThrow().care().contact().by();
      done =
          done.compose(before -> casework.change(one.id(), EndingContact.replaced(by)).mapEmpty());
    }
    return done;
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
