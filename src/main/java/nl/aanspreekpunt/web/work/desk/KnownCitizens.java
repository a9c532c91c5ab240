package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.search.Asked;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.search.Searching;
import nl.aanspreekpunt.web.work.Form;

/**
 * Citizens whom the hub knows, by what somebody at a counter says of themselves: a telephone
 * number, an email address, or the number of a question; by the beginning of a name or the end of a
 * number only in questions that the reader may read. Whose a number is hears a clerk, and who reads
 * a question of theirs anyway. Pages name them by a reference of its own: an id tells of a question
 * that the reader may not know of.
 */
public record KnownCitizens(
    Identities identities, Cases cases, Searching searching, Signer signer) {
  private static final int CASES = 5;
  private static final int MOST = 5;
  private static final String EMAIL = "email";
  private static final String PHONE = "phone";

  /** The number of the question that it belongs to, in a form that was filled. */
  public static final String CASE = "case";

  /**
   * A citizen with their latest questions.
   *
   * @param ref names them on a page
   * @param addresses all of theirs
   * @param own whether the reader reads a question of theirs as it is
   */
  public record Known(
      String ref, String name, List<Address> addresses, List<Case> cases, boolean own) {}

  /**
   * It names somebody whoever types it: a telephone number, an address, the number of a question.
   */
  static boolean names(String typed) {
    return address(typed).isPresent() || CaseNumbers.parse(typed).isPresent();
  }

  private static Optional<Address> address(String typed) {
    return Addresses.email(typed).or(() -> Addresses.phone(typed));
  }

  public Future<List<Known>> find(String typed, Reader reader) {
    Optional<Address> address = address(typed);
    Future<List<Known>> found =
        address.isPresent()
            ? identities
                .find(address.get())
                .compose(one -> all(one.map(Identity::citizen).stream().toList(), reader))
            : CaseNumbers.parse(typed)
                .map(number -> ofCase(number, reader))
                .orElseGet(() -> sought(typed, reader));
    return found.map(all -> all.stream().filter(one -> one.own() || clerk(reader)).toList());
  }

  static boolean clerk(Reader reader) {
    return reader.roles().contains(Role.CLERK);
  }

  private Future<List<Known>> sought(String typed, Reader reader) {
    return searching
        .find(Asked.of(typed), reader, null, MOST)
        .compose(
            found ->
                all(
                    found.hits().stream()
                        .map(hit -> hit.one().citizen())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                    reader));
  }

  private static Future<List<Known>> nobody() {
    return Future.succeededFuture(List.of());
  }

  private Future<List<Known>> ofCase(String number, Reader reader) {
    return cases
        .find(number)
        .compose(
            found -> {
              Optional<Case> one =
                  found.filter(it -> shown(it, reader)).filter(it -> it.citizen() != null);
              return all(one.map(Case::citizen).stream().toList(), reader);
            });
  }

  private static boolean shown(Case one, Reader reader) {
    return reader.access(one).showsSubject(one);
  }

  private Future<List<Known>> all(List<String> citizens, Reader reader) {
    List<Future<Known>> each = citizens.stream().map(one -> known(one, reader)).toList();
    return Future.all(each).map(all -> each.stream().map(Future::result).toList());
  }

  private Future<Known> known(String citizen, Reader reader) {
    Future<List<Identity>> addresses = identities.ofCitizen(citizen);
    Future<List<Case>> latest = cases.ofCitizen(citizen, CASES);
    return Future.all(addresses, latest)
        .map(
            read ->
                new Known(
                    signer.sign("known", citizen),
                    addresses.result().stream()
                        .map(Identity::name)
                        .filter(name -> name != null && !name.isBlank())
                        .findFirst()
                        .orElse(null),
                    addresses.result().stream().flatMap(one -> address(one).stream()).toList(),
                    latest.result().stream().filter(one -> shown(one, reader)).toList(),
                    latest.result().stream().anyMatch(one -> reader.access(one).reads())));
  }

  /**
   * A form with the addresses of the citizen who was chosen, or who was typed but not known yet:
   * what the clerk filled in themselves stands.
   */
  public Future<Form> filled(Form form, Reader reader) {
    Map<String, String> fields = new TreeMap<>(form.fields());
    fields.remove(CASE);
    typed(fields, form.get("who"));
    Future<List<Known>> found =
        form.get("known").isEmpty() ? nobody() : find(form.get("who"), reader);
    return found.map(
        all ->
            all.stream()
                .filter(one -> one.ref().equals(form.get("known")))
                .findFirst()
                .map(one -> with(fields, one, form.get("belongs")))
                .orElseGet(() -> new Form(fields)));
  }

  private static void typed(Map<String, String> fields, String who) {
    Addresses.email(who).ifPresent(one -> add(fields, EMAIL, one.value()));
    Addresses.phone(who).ifPresent(one -> add(fields, PHONE, one.value()));
  }

  /** In a question that runs already the citizen takes part by one address: that one writes. */
  private static Form with(Map<String, String> fields, Known known, String belongs) {
    Optional<Case> joins =
        known.cases().stream().filter(one -> one.id().equals(belongs)).findFirst();
    Optional<Address> takesPart =
        joins.flatMap(one -> one.participants().stream().map(Participant::address).findFirst());
    if (takesPart.isPresent()) {
      fields.remove(EMAIL);
      fields.remove(PHONE);
      put(fields, takesPart.get());
      fields.put(CASE, belongs);
    } else {
      known.addresses().forEach(one -> put(fields, one));
    }
    if (known.name() != null) {
      add(fields, "name", known.name());
    }
    return new Form(fields);
  }

  private static void put(Map<String, String> fields, Address one) {
    add(fields, one.kind() == Address.Kind.EMAIL ? EMAIL : PHONE, one.value());
  }

  private static void add(Map<String, String> fields, String field, String value) {
    if (fields.getOrDefault(field, "").isEmpty()) {
      fields.put(field, value);
    }
  }

  private static Optional<Address> address(Identity one) {
    String value = one.id().substring(one.id().indexOf(':') + 1);
    return one.id().startsWith("tel:")
        ? Optional.of(new Address(Address.Kind.PHONE, value))
        : one.id().startsWith("mailto:")
            ? Optional.of(new Address(Address.Kind.EMAIL, value))
            : Optional.empty();
  }
}
