package nl.aanspreekpunt.setup.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.official.Words;
import nl.aanspreekpunt.phone.LineUp;
import nl.aanspreekpunt.setup.problems.MailDomain.Answer;
import nl.aanspreekpunt.setup.problems.Problem.What;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.setup.problems.ProblemWords;
import org.junit.jupiter.api.Test;

/** Each check finds what is wrong, and says nothing of what is right. */
class ProblemsTest {
  /** A Tuesday, 10:00 in the Netherlands. */
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static final Sending.Waiting TWO = new Sending.Waiting(2, NOW);
  private static final Sending.Broke BROKE = new Sending.Broke(NOW, "relay:silent");
  private static final Sending GOOD_SENDING =
      new Sending(true, Sending.Waiting.NONE, null, true, Sending.Waiting.NONE, null, false);
  private static final House.Certificate GOOD =
      new House.Certificate(NOW.plus(Duration.ofDays(60)), false);

  @Test
  void whatCannotBeSent() {
    assertThat(GOOD_SENDING.problems()).isEmpty();
    assertThat(new Sending(false, TWO, null, false, TWO, null, true).problems())
        .containsExactly(
            Problem.of(What.MAIL_WAITS, 2L, NOW), Problem.of(What.TEXTS_WAIT, 2L, NOW));
    Sending nothingWaits =
        new Sending(false, Sending.Waiting.NONE, null, false, Sending.Waiting.NONE, null, false);
    assertThat(nothingWaits.problems()).containsExactly(Problem.of(What.NO_RELAY));
    assertThat(whats(new Sending(true, TWO, BROKE, true, TWO, BROKE, true).problems()))
        .containsExactly(What.RELAY_BROKE, What.SMS_BROKE, What.DEMO_SENDS);
  }

  @Test
  void whereTheHubStands() {
    assertThat(house("https://vraag.stad.nl", true, GOOD).problems(NOW)).isEmpty();
    assertThat(found("http://vraag.stad.nl", true, GOOD)).containsExactly(What.URL_HTTP);
    for (String own : List.of("http://localhost:8080", "https://127.0.0.1", "http://[::1]:80")) {
      assertThat(found(own, true, GOOD)).as(own).containsExactly(What.URL_LOOPBACK);
    }
    assertThat(found("https://localhost.nl", true, GOOD)).isEmpty();
  }

  @Test
  void whatTheMailPortShows() {
    String url = "https://vraag.stad.nl";
    assertThat(found(url, true, null)).containsExactly(What.CERTIFICATE_SELF_SIGNED);
    assertThat(found(url, false, null)).isEmpty();
    assertThat(found(url, true, ends(Duration.ofDays(31)))).isEmpty();
    assertThat(found(url, true, ends(Duration.ofDays(29)))).containsExactly(What.CERTIFICATE_ENDS);
    assertThat(found(url, true, ends(Duration.ZERO))).containsExactly(What.CERTIFICATE_ENDED);
    assertThat(found(url, true, new House.Certificate(NOW.plus(Duration.ofDays(60)), true)))
        .containsExactly(What.CERTIFICATE_SELF_SIGNED);
  }

  @Test
  void whatWhatsAppNeeds() {
    assertThat(new WhatsApp(false, Sending.Waiting.NONE, null, false).problems()).isEmpty();
    assertThat(whats(new WhatsApp(false, TWO, null, true).problems()))
        .containsExactly(What.WHATSAPP_WAITS);
    assertThat(whats(new WhatsApp(true, TWO, BROKE, false).problems()))
        .containsExactly(What.WHATSAPP_BROKE, What.WHATSAPP_NO_TEXT);
    assertThat(new WhatsApp(true, Sending.Waiting.NONE, null, true).problems()).isEmpty();
  }

  @Test
  void whatTheHubStandsOn() {
    long giga = 1L << 30;
    assertThat(whats(bare(List.of(), false, null, 3 * giga)))
        .containsExactly(What.SENDERS_UNPROVEN, What.NO_SCANNER);
    assertThat(whats(bare(List.of("mx.stad.nl"), true, null, giga)))
        .containsExactly(What.DISK_FILLS);
    assertThat(bare(List.of("mx.stad.nl"), true, null, 100L << 20))
        .containsExactly(Problem.of(What.DISK_FULL, 100L));
    assertThat(bare(List.of("mx.stad.nl"), true, Duration.ofSeconds(-5), null))
        .containsExactly(Problem.of(What.CLOCK_OFF, 5L));
    assertThat(bare(List.of("mx.stad.nl"), true, Duration.ofSeconds(2), null)).isEmpty();
  }

  private static List<Problem> bare(List<String> others, boolean scanner, Duration off, Long free) {
    return new House("https://vraag.stad.nl", true, GOOD, false, others, scanner, off, free)
        .problems(NOW);
  }

  private static House.Certificate ends(Duration after) {
    return new House.Certificate(NOW.plus(after), false);
  }

  private static House house(String url, boolean outside, House.Certificate certificate) {
    return new House(url, outside, certificate, true, List.of(), true, null, null);
  }

  private static List<What> found(String url, boolean outside, House.Certificate certificate) {
    return whats(house(url, outside, certificate).problems(NOW));
  }

  @Test
  void whichMailboxIsNotRead() {
    Mailboxes all =
        new Mailboxes(
            List.of(
                new Mailboxes.One("goed", Duration.ofMinutes(15), null),
                new Mailboxes.One("laat", Duration.ofMinutes(16), null),
                new Mailboxes.One("stuk", Duration.ZERO, new Sending.Broke(NOW, "login"))));
    assertThat(all.problems())
        .containsExactly(
            Problem.of(What.MAILBOX_LATE, "laat", 16L),
            Problem.of(What.MAILBOX_BROKE, "stuk", NOW, "login"));
  }

  @Test
  void aDirectoryWithSomebodyForEverythingIsRight() {
    assertThat(staff(Voorbeeldstad.directory()).problems(NOW)).isEmpty();
    Directory without =
        Voorbeeldstad.directory(Voorbeeldstad.yaml().replaceAll("    deputy: [a-z.]+\n", ""));
    assertThat(staff(without).problems(NOW))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.what()).isEqualTo(What.NO_DEPUTY);
              assertThat(one.facts().get(0)).isEqualTo(without.officials().size());
              assertThat(((Some<?>) one.facts().get(1)).said(String::valueOf))
                  .contains("Samira El Amrani", ", …");
            });
  }

  @Test
  void whoIsMissing() {
    Instant gone = NOW.minus(Duration.ofDays(1));
    Directory left =
        Voorbeeldstad.directory(
            List.of(), List.of(new Departure("jan.devries", gone, null, "thomas.bakker")));
    assertThat(staff(left).problems(NOW))
        .contains(Problem.of(What.COORDINATOR_GONE, "Wonen", "Jan de Vries"));

    List<Absence> everybody =
        Voorbeeldstad.directory().officials().stream()
            .map(one -> new Absence(one.id(), gone, null, null, null, "hub"))
            .toList();
    Directory nobody = Voorbeeldstad.directory(everybody, List.of());
    assertThat(whats(staff(nobody).problems(NOW)))
        .contains(
            What.COORDINATOR_AWAY,
            What.TOPIC_UNCOVERED,
            What.NEIGHBOURHOOD_UNCOVERED,
            What.INTAKE_DAY_EMPTY);
  }

  @Test
  void topicsOfNobodyAreNamedInTheLanguageOfWhoReads() {
    Instant gone = NOW.minus(Duration.ofDays(1));
    Directory nobody =
        Voorbeeldstad.directory(
            Voorbeeldstad.directory().officials().stream()
                .map(one -> new Absence(one.id(), gone, null, null, null, "hub"))
                .toList(),
            List.of());
    Words first = nobody.topics().get(0).name();
    assertThat(first.in("en")).isNotEqualTo(first.in("nl"));
    Problem found =
        staff(nobody).problems(NOW).stream()
            .filter(one -> one.what() == What.TOPIC_UNCOVERED)
            .findFirst()
            .orElseThrow();
    Moments moments = new Moments(nobody.zone(), Wording.in("en"), NOW);
    assertThat(new ProblemWords(Wording.in("en"), moments).what(found))
        .contains(first.in("en"), ", …")
        .doesNotContain(first.in("nl"));
  }

  @Test
  void ownWordsThatCannotBeSaidAnyMoreAreNamedByWhatTheyAreAbout() {
    assertThat(new Unsaid(List.of()).problems()).isEmpty();
    List<Problem> found = new Unsaid(List.of("CLOSED.no", "sms.CLOSED.no", "who")).problems();
    Moments moments = new Moments(Voorbeeldstad.directory().zone(), Wording.in("nl"), NOW);
    assertThat(new ProblemWords(Wording.in("nl"), moments).what(found.get(0)))
        .endsWith("niet worden gebruikt: 3 (bij: De vraag is klaar, In elke brief)");
  }

  @Test
  void theFirstDayOnWhichNobodyHasDuty() {
    Instant gone = NOW.minus(Duration.ofDays(1));
    Absence meilin = new Absence("meilin.chen", gone, null, null, null, "hub");
    Directory away = Voorbeeldstad.directory(List.of(meilin), List.of());
    assertThat(staff(away).problems(NOW))
        .contains(Problem.of(What.INTAKE_DAY_EMPTY, Instant.parse("2026-11-24T11:00:00Z")));
    Instant wednesday = NOW.plus(Duration.ofDays(1));
    assertThat(staff(away).problems(wednesday))
        .contains(Problem.of(What.INTAKE_DAY_EMPTY, Instant.parse("2026-11-30T11:00:00Z")));
  }

  @Test
  void aNumberOfATopicTeamOrOfficialThatIsNotThere() {
    List<OwnNumber.Meaning> all =
        List.of(
            new OwnNumber.Meaning.General(),
            new OwnNumber.Meaning.OfTopic("afval"),
            new OwnNumber.Meaning.OfTeam("wonen"),
            new OwnNumber.Meaning.OfOfficial("ravi.ramdin"),
            new OwnNumber.Meaning.OfTopic("niets"),
            new OwnNumber.Meaning.OfTeam("niemand"),
            new OwnNumber.Meaning.OfOfficial("niemand"));
    List<OwnNumber> numbers = new ArrayList<>();
    for (OwnNumber.Meaning of : all) {
      String number = "+3120555010" + numbers.size();
      numbers.add(new OwnNumber(number, of, Set.of(OwnNumber.Ability.TEXTS), null, null));
    }

    assertThat(staff(Voorbeeldstad.directory(new Numbers(numbers))).problems(NOW))
        .contains(
            Problem.of(
                What.NUMBER_OF_NOBODY,
                Some.of(List.of("+31205550104", "+31205550105", "+31205550106"))));
    assertThat(whats(staff(Voorbeeldstad.directory()).problems(NOW)))
        .doesNotContain(What.NUMBER_OF_NOBODY);
  }

  @Test
  void officialsWhoCannotBeRungAreNamedWhereTheHubAnswersTheTelephone() {
    String without =
        Voorbeeldstad.yaml()
            .replace("    phone: \"+31 6 5550 0106\"\n", "")
            .replace("    phone: \"+31 6 5550 0107\"\n", "    rings: \"+31 20 555 0199\"\n");
    Directory directory = Voorbeeldstad.directory(without);

    LineUp lines = new LineUp(directory, directory.numbers());
    assertThat(new Telephones(directory, one -> lines.number(one).isPresent()).problems(NOW))
        .containsExactly(Problem.of(What.NO_TELEPHONE, 1, Some.of(List.of("Ravi Ramdin"))));
    assertThat(new Telephones(directory, one -> true).problems(NOW)).isEmpty();
  }

  @Test
  void whatTheDirectoryAndItsFileSay() {
    Directory directory = Voorbeeldstad.directory();
    assertThat(whats(new Staff(directory, List.of("elders.nl"), 3, null).problems(NOW)))
        .contains(What.TOPIC_ADDRESS_ELSEWHERE, What.FILE_DIFFERS);
    List<String> ours = List.of("voorbeeldstad.example");
    assertThat(new Staff(directory, ours, 3, "regel 4").problems(NOW))
        .contains(Problem.of(What.FILE_WRONG, "regel 4"))
        .noneMatch(one -> one.what() == What.FILE_DIFFERS)
        .noneMatch(one -> one.what() == What.TOPIC_ADDRESS_ELSEWHERE);
  }

  private static Staff staff(Directory directory) {
    return new Staff(directory, List.of("voorbeeldstad.example"), 0, null);
  }

  private static final Answer MX = Answer.of(List.of("mx.stad.nl."));
  private static final Answer SPF = Answer.of(List.of("iets anders", "v=spf1 mx -all"));
  private static final Answer DMARC = Answer.of(List.of("v=DMARC1; p=reject; sp=none"));

  private static MailDomain.Signing signing(String key, String... published) {
    return new MailDomain.Signing("hub", key, Answer.of(List.of(published)));
  }

  private static List<What> dns(Answer mx, Answer spf, Answer dmarc, MailDomain.Signing dkim) {
    return whats(new MailDomain("stad.nl", true, mx, spf, dmarc, dkim).problems());
  }

  @Test
  void whatDnsSaysOfTheDomain() {
    MailDomain.Signing good = signing("AbC+/=", "v=DKIM1; k=rsa; p=AbC +/=");
    assertThat(dns(MX, SPF, DMARC, good)).isEmpty();
    assertThat(dns(Answer.NONE, Answer.NONE, Answer.NONE, null))
        .containsExactlyInAnyOrder(What.NO_MX, What.NO_SPF, What.NO_DMARC, What.NO_DKIM);
    assertThat(whats(new MailDomain("s.nl", false, MX, SPF, Answer.NONE, null).problems()))
        .as("without a relay nothing is sent that is checked")
        .isEmpty();
    Answer two = Answer.of(List.of("v=spf1 -all", "v=spf1 mx -all"));
    assertThat(dns(MX, two, DMARC, good)).containsExactly(What.TWO_SPF);
    for (String open : List.of("v=spf1 +all", "V=SPF1 mx all", "v=spf1 all mx")) {
      assertThat(dns(MX, Answer.of(List.of(open)), DMARC, good))
          .as(open)
          .containsExactly(What.SPF_ALLOWS_ALL);
    }
    Answer none = Answer.of(List.of("v=DMARC1;p = none; rua=mailto:x@stad.nl"));
    assertThat(dns(MX, SPF, none, good)).containsExactly(What.DMARC_NONE);
    assertThat(dns(MX, Answer.SILENT, Answer.SILENT, good)).containsExactly(What.DNS_SILENT);
  }

  @Test
  void whetherTheKeyInDnsIsTheHubs() {
    assertThat(dns(MX, SPF, DMARC, signing("AbC"))).containsExactly(What.DKIM_NOT_IN_DNS);
    assertThat(dns(MX, SPF, DMARC, signing(null, "p=AbC"))).containsExactly(What.DKIM_UNREADABLE);
    for (String other : List.of("v=DKIM1; p=Other", "v=DKIM1; p=", "v=DKIM1; p=AbCd", "xp=AbC")) {
      assertThat(dns(MX, SPF, DMARC, signing("AbC", other)))
          .as(other)
          .containsExactly(What.DKIM_OTHER_KEY);
    }
    assertThat(dns(MX, SPF, DMARC, signing("AbC", "v=DKIM1; p=AbC; t=s"))).isEmpty();
  }

  @Test
  void nobodyIsAskedAboutADomainThatNobodyCanHave() {
    assertThat(Stream.of("stad.example", "example.com", "a.test", "localhost"))
        .allMatch(MailDomain::reserved);
    assertThat(Stream.of("stad.nl", "example.nl", "mijnexample", "testdag.nl"))
        .noneMatch(MailDomain::reserved);
  }

  @Test
  void theGravestComesFirst() {
    assertThat(Arrays.stream(What.values()).map(one -> new Problem(one, List.of())))
        .isSortedAccordingTo(Problem.BY_GRAVITY);
    assertThat(new Problem(What.NO_MX, List.of()).code())
        .isEqualTo("no-mx")
        .isEqualTo("no-mx".toLowerCase(Locale.ROOT));
  }

  private static List<What> whats(List<Problem> found) {
    return found.stream().map(Problem::what).toList();
  }
}
