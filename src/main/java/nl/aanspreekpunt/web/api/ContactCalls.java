package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.contact.AlsoFrom;
import nl.aanspreekpunt.casework.contact.AnsweringObjection;
import nl.aanspreekpunt.casework.contact.LiftingContact;
import nl.aanspreekpunt.casework.contact.ObjectingToContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/** Who has contact with a citizen after a threat, how, until when and why. */
final class ContactCalls {
  private static final String PATH = "/cases/:number/contact-agreement";

  private final Changing changing;
  private final CaseFinding finding;
  private final Identities identities;

  ContactCalls(Changing changing, CaseFinding finding, Identities identities) {
    this.identities = identities;
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(PATH, Scope.CASES_READ, this::show),
        Operation.post(PATH, Scope.CASES_WRITE, this::agree),
        Operation.post(PATH + "/addresses", Scope.CASES_WRITE, this::also),
        Operation.post(PATH + "/lift", Scope.CASES_WRITE, this::lift),
        Operation.post(PATH + "/objection", Scope.CASES_WRITE, this::object),
        Operation.post(PATH + "/objection/answer", Scope.CASES_WRITE, this::answer));
  }

  /** For who reads the text of a case; null when nothing was agreed. */
  static JsonObject inCase(Case one) {
    return one.care().agreedContact().map(ContactCalls::shape).orElse(null);
  }

  private static JsonObject shape(ContactAgreement it) {
    JsonObject shape =
        Json.of(
            "official",
            it.official(),
            "ways",
            new JsonArray(it.ways().stream().map(Json::kebab).toList()),
            "from",
            it.from(),
            "until",
            it.until(),
            "why",
            it.why(),
            "by",
            it.by());
    if (it.ended() != null) {
      shape.put(
          "ended",
          Json.of(
              "at",
              it.ended().at(),
              "how",
              it.ended().how(),
              "by",
              it.ended().by(),
              "why",
              it.ended().why()));
    }
    if (it.objection() != null) {
      ContactAgreement.Objection said = it.objection();
      shape.put(
          "objection",
          Json.of(
              "at",
              said.at(),
              "words",
              said.words(),
              "promise",
              said.promise(),
              "answeredBy",
              said.answeredBy(),
              "explanation",
              said.explanation()));
    }
    return shape;
  }

  /** The case's own at once; what was agreed in another, as the citizen's addresses know it. */
  private Future<Answer> show(Call call) {
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                identities
                    .ofCitizen(one.citizen())
                    .map(
                        known ->
                            one.care()
                                .agreedContact()
                                .filter(it -> it.stands(call.now()))
                                .map(it -> it.known(one.id()))
                                .or(() -> Identity.agreed(known, call.now()))))
        .map(
            found ->
                Answer.ok(
                    found.map(ContactCalls::stands).orElseGet(() -> Json.of("stands", false))));
  }

  private static JsonObject stands(Identity.AgreedContact it) {
    return Json.of(
        "stands",
        true,
        "case",
        it.number(),
        "official",
        it.official(),
        "ways",
        new JsonArray(
            it.ways().stream().map(ContactAgreement.Way::valueOf).map(Json::kebab).toList()),
        "until",
        it.until());
  }

  private Future<Answer> agree(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    List<ContactAgreement.Way> ways = ways(body);
    Instant until = body.needed("until", body.moment("until"));
    String why = body.needed("why", body.text("why", AgreeingContact.LONGEST));
    Said said = Said.by(body);
    body.check();
    return act(call, one -> new AgreeingContact(official, ways, until, why, said.by(call, one)));
  }

  private static List<ContactAgreement.Way> ways(Fields body) {
    List<String> named = body.texts("ways", ContactAgreement.Way.values().length);
    List<ContactAgreement.Way> known =
        Arrays.stream(ContactAgreement.Way.values())
            .filter(way -> named.contains(Json.kebab(way)))
            .toList();
    if (known.isEmpty() || known.size() != Set.copyOf(named).size()) {
      body.mistake("ways", "ways-needed");
    }
    return known;
  }

  private Future<Answer> also(Call call) {
    Fields body = call.body();
    String address = body.needed("address", body.line("address", Fields.LINE));
    boolean remove = body.flag("remove");
    Said said = Said.by(body);
    body.check();
    Address known = Addresses.email(address).or(() -> Addresses.phone(address)).orElse(null);
    return act(call, one -> new AlsoFrom(known, !remove, said.by(call, one)));
  }

  private Future<Answer> lift(Call call) {
    Fields body = call.body();
    String why = body.needed("why", body.text("why", AgreeingContact.LONGEST));
    Said said = Said.by(body);
    body.check();
    return act(call, one -> new LiftingContact(why, said.by(call, one)));
  }

  private Future<Answer> object(Call call) {
    Fields body = call.body();
    String words = body.needed("words", body.text("words", ObjectingToContact.LONGEST));
    Said said = Said.by(body);
    body.check();
    return act(call, one -> new ObjectingToContact(words, said.by(call, one)));
  }

  private Future<Answer> answer(Call call) {
    Fields body = call.body();
    boolean ends = body.flag("ends");
    String explanation =
        body.needed("explanation", body.text("explanation", AgreeingContact.LONGEST));
    Said said = Said.by(body);
    body.check();
    return act(call, one -> new AnsweringObjection(ends, explanation, said.by(call, decides(one))));
  }

  /** Who is to answer it, when nobody is named. */
  private static String decides(Case one) {
    return one.care()
        .agreedContact()
        .flatMap(ContactAgreement::openObjection)
        .flatMap(it -> one.promise(it.promise()))
        .map(one::ownerOf)
        .orElse(one.official());
  }

  private Future<Answer> act(Call call, Function<Case, Act> act) {
    return finding
        .own(call, call.path("number"))
        .compose(one -> changing.change(call, one, act.apply(one)))
        .compose(after -> changing.shown(call, after, 200));
  }
}
