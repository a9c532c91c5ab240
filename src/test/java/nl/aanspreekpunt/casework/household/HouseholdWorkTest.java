package nl.aanspreekpunt.casework.household;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who belongs together may ask for one another, keeps to one official, and can go apart. */
class HouseholdWorkTest {
  private static final String JAN = "jan.devries";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Household.Rights ALL = new Household.Rights(true, true, true);
  private static final Household.Rights ASKS = new Household.Rights(false, true, false);
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void whoMayAskTakesPartAndAfterASeparationIsAStrangerAtOnce() {
    Case one = question("ans@een.example", "Ans");
    String id = household(one);
    Household linked = linked(id, one, "bo@een.example", ASKS, true);
    String bo = linked.present().get(1).citizen();
    assertThat(linked.rights(one.citizen(), bo)).isEqualTo(ASKS);
    assertThat(linked.rights(bo, one.citizen())).as("the other way too").isEqualTo(ASKS);
    assertThat(told(one))
        .singleElement()
        .satisfies(it -> assertThat(it).contains("ans@een.example"));

    Case after = mail("bo@een.example", one.id());
    assertThat(after.id()).isEqualTo(one.id());
    Match why = last(after);
    assertThat(why.uncertain()).isFalse();
    assertThat(why.evidence()).isEqualTo(new Evidence.Linked(one.id(), id, false));
    Participant asks = after.participant(Addresses.email("bo@een.example").orElseThrow()).get();
    assertThat(after.care().decides(asks.link())).as("asks, and decides nothing").isFalse();
    assertThat(after.contact()).as("the citizen goes on to be told").isEqualTo("1");
    assertThat(lastTold(after)).as("who asks hears that it came").isEqualTo(asks.link());

    await(workplace.householdWork.end(id, bo, one.citizen(), JAN));
    Household now = await(workplace.householdWork.households().find(id)).orElseThrow();
    assertThat(now.citizens()).isEmpty();
    assertThat(now.owed()).isEmpty();
    assertThat(now.links()).as("history stays").hasSize(2).noneMatch(Household.Link::lasts);
    Case apart = workplace.found(one.id());
    assertThat(apart.participants()).extracting(Participant::link).containsExactly("1");
    assertThat(apart.former()).extracting(Participant::link).containsExactly(asks.link());
    Case stranger = mail("bo@een.example", one.id());
    assertThat(stranger.id()).isNotEqualTo(one.id());
    Case own = mail("ans@een.example", one.id());
    assertThat(own.id()).isEqualTo(one.id());
  }

  @Test
  void theEndHoldsForMailBeforeTheCasesFollowed() {
    Case one = question("ans@twee.example", "Ans");
    String id = household(one);
    String bo = linked(id, one, "bo@twee.example", ALL, false).present().get(1).citizen();
    mail("bo@twee.example", one.id());
    Household before = await(workplace.householdWork.households().find(id)).orElseThrow();
    Household cut = before.parted(one.citizen(), bo, "citizen", workplace.clock.instant());
    await(workplace.householdWork.households().replace(cut, before.version()));
    assertThat(workplace.found(one.id()).participants()).as("cut off").hasSize(2);
    assertThat(mail("bo@twee.example", one.id()).id()).isNotEqualTo(one.id());
    workplace.tick();
    assertThat(workplace.found(one.id()).participants()).as("the clock finishes it").hasSize(1);
    workplace.tick();
    assertThat(told(one)).as("each hears it once").hasSize(2);
  }

  @Test
  void aNewQuestionOfAnyOfThemGoesToTheStandingOfficialOfTheWhole() {
    Case one = question("ans@drie.example", "Ans");
    String id = household(one);
    linked(id, one, "bo@drie.example", ALL, false);
    assertThat(await(workplace.householdWork.stands(id, "nobody", JAN)).refusal().code())
        .isEqualTo("household-standing");
    await(workplace.householdWork.stands(id, "fatma.yildiz", JAN));
    Case other = workplace.question("bo@drie.example", "Bo", "Afval", "Container vol", "afval");
    assertThat(other.official()).isEqualTo("fatma.yildiz");
    assertThat(other.route().rule()).isEqualTo("household");
    assertThat(other.route().evidence())
        .isEqualTo(new Evidence.Household(id, "fatma.yildiz", null));
    String bo = other.citizen();
    await(workplace.householdWork.end(id, bo, one.citizen(), "citizen"));
    Case later = workplace.question("bo@drie.example", "Bo", "Glas", "Glasbak vol", "afval");
    assertThat(later.route().rule()).isNotEqualTo("household");
  }

  @Test
  void nothingOfAComplaintOrWhatIsConfidentialIsAskedThroughALink() {
    Case secret = workplace.question("ans@vier.example", "Ans", "Schuld", "Hulp", "schuldhulp");
    assertThat(secret.hidesSubject()).as("the demo's topic is confidential").isTrue();
    String id = household(secret);
    linked(id, secret, "bo@vier.example", ALL, false);
    assertThat(mail("bo@vier.example", secret.id()).id()).isNotEqualTo(secret.id());
  }

  @Test
  void withoutConsentNobodyIsLinked() {
    Case one = question("ans@vijf.example", "Ans");
    String id = household(one);
    assertThat(code(id, asked(one, "x", ALL, "Balie"))).isEqualTo("link-address");
    assertThat(code(id, asked(one, "bo@vijf.example", ALL, " "))).isEqualTo("link-consent");
    assertThat(code(id, asked(one, "bo@vijf.example", Household.Rights.NONE, "Balie")))
        .isEqualTo("link-rights");
    assertThat(code(id, asked(one, "ans@vijf.example", ALL, "Balie"))).isEqualTo("link-self");
    assertThat(await(workplace.householdWork.end(id, one.citizen(), "c", JAN)).refusal().code())
        .isEqualTo("link-gone");
  }

  @Test
  void whoSharesTheCitizensAddressIsLinkedWithoutOneAndTheHubSendsThemNothing() {
    Case one = question("gezin@zes.example", "Ans");
    String id = household(one);
    HouseholdWork.Asked by = asked(one, "gezin@zes.example", ALL, "Aan de balie");
    assertThat(code(id, by)).isEqualTo("link-self");
    HouseholdWork.Asked both =
        new HouseholdWork.Asked(
            by.address(), by.name(), by.role(), by.of(), ALL, true, by.how(), DAY, true);
    assertThat(code(id, both)).isEqualTo("link-without");
    HouseholdWork.Asked without =
        new HouseholdWork.Asked(
            null, by.name(), by.role(), by.of(), ALL, true, by.how(), DAY, true);
    Household now = await(workplace.householdWork.link(id, without, JAN)).now();
    assertThat(now.present()).extracting(Household.Member::name).containsExactly("Ans", "Bo");
    assertThat(now.citizens()).doesNotHaveDuplicates().hasSize(2);
    String bo = now.present().get(1).citizen();
    assertThat(now.rights(one.citizen(), bo)).isEqualTo(ALL);
    Household again = await(workplace.householdWork.link(id, without, JAN)).now();
    assertThat(again.present()).as("the same person").hasSize(2);
    assertThat(workplace.found(one.id()).participants()).hasSize(1);
    Household over = await(workplace.householdWork.end(id, one.citizen(), bo, JAN)).now();
    assertThat(over.citizens()).isEmpty();
  }

  private static String code(String id, HouseholdWork.Asked asked) {
    return await(workplace.householdWork.link(id, asked, JAN)).refusal().code();
  }

  private static Case question(String from, String name) {
    return workplace.question(from, name, "Mijn huur", "De huur is te hoog.", "huur-en-onderhoud");
  }

  private static String household(Case one) {
    return await(
            workplace.householdWork.start(
                "h-" + one.id(), Household.Kind.HOUSEHOLD, "De Boer", one, "Ans", JAN))
        .now()
        .id();
  }

  private static HouseholdWork.Asked asked(
      Case one, String address, Household.Rights rights, String how) {
    return new HouseholdWork.Asked(
        Addresses.email(address).orElse(null),
        "Bo",
        Household.Role.PARTNER,
        List.of(one.citizen()),
        rights,
        false,
        how,
        DAY);
  }

  private static Household linked(
      String id, Case one, String address, Household.Rights rights, boolean mutual) {
    HouseholdWork.Asked by = asked(one, address, rights, "Aan de balie");
    return await(
            workplace.householdWork.link(
                id,
                new HouseholdWork.Asked(
                    by.address(), by.name(), by.role(), by.of(), rights, mutual, by.how(), DAY),
                JAN))
        .now();
  }

  private static Case mail(String from, String number) {
    return workplace.mail(
        from,
        "From: "
            + (from.startsWith("ans") ? "Ans" : "Bo")
            + " <"
            + from
            + ">\nTo: vraag@voorbeeldstad.example\nSubject: Over "
            + number
            + "\nMessage-ID: <"
            + System.nanoTime()
            + "@een.example>\n\nIs er al nieuws?\n");
  }

  private static Match last(Case one) {
    return one.happened(CaseEvent.Routed.class).reduce((a, b) -> b).orElseThrow().match();
  }

  private static String lastTold(Case one) {
    return one.happened(CaseEvent.Told.class).reduce((a, b) -> b).orElseThrow().link();
  }

  private static List<String> told(Case one) {
    List<String> entries =
        workplace
            .found(one.id())
            .happened(CaseEvent.Told.class)
            .filter(it -> it.kind().equals(Notice.Kind.LINKED.name()))
            .map(CaseEvent.Told::entry)
            .toList();
    return await(workplace.outbox.findAll(entries)).stream()
        .map(Outgoing::notice)
        .map(it -> it.to() + " " + it.facts())
        .toList();
  }
}
