package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the sender is who it says: found by a server that we trust, or at our own border. */
class SenderAuthenticationTest {
  private static final String OURS = "mx.voorbeeldstad.example";
  private static final String INFO = "info@voorbeeldstad.example";
  private static final String FOUND = "Authentication-Results: " + OURS + "; ";
  private static Workplace behind;
  private static Workplace border;
  private static Workplace elsewhere;
  private static NameServer dns;
  private static KeyPair keys;
  private static int n;

  @BeforeAll
  static void open() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    dns = new NameServer();
    behind = new Workplace(Workplace.oneForEachTopic(), Map.of("mail.trusted-authserv-id", OURS));
    elsewhere =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of("mail.trusted-authserv-id", OURS, "mail.trusted-hosts", "192.0.2.25"));
    border =
        new Workplace(
            Workplace.oneForEachTopic(), Map.of("smtp.border", "true", "smtp.dns", dns.address()));
  }

  @AfterAll
  static void close() {
    behind.close();
    elsewhere.close();
    border.close();
    dns.close();
  }

  private static Receipt send(Workplace hub, String envelope, String raw) {
    return hub.posted(envelope, List.of(INFO), raw);
  }

  private static String mail(String from, String subject) {
    return "From: "
        + from
        + "\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + ++n
        + "@b.example>\n\nDe huur is te hoog.";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "dmarc=pass header.from=burger.example|null",
        "dmarc=none; dkim=pass header.d=mail.burger.example; spf=fail|null",
        "spf=pass smtp.mailfrom=bounces@burger.example|null",
        "dmarc=fail header.from=burger.example|dmarc=fail",
        "spf=softfail; dkim=fail|spf=softfail dkim=fail",
        "dkim=pass header.d=elders.example; spf=pass smtp.mailfrom=x@elders.example|none",
        "dmarc=pass header.from=elders.example|none",
        "dmarc=temperror|dmarc=temperror",
        "spf=pass smtp.mailfrom=\"x; dkim=pass header.d=burger.example; y\"@elders.example|none",
        "spf=pass smtp.mailfrom=\"x\\\"; dmarc=pass; y\"@elders.example|none",
        "dkim=pass header.i=\"x dmarc=pass; dmarc=pass \"@elders.example; dmarc=fail|dmarc=fail",
        "spf=pass smtp.mailfrom=\"(\"@elders.example; dmarc=fail (p=none)|dmarc=fail",
        "spf=pass smtp.mailfrom=\"a; b\"@burger.example|null",
        "none|none"
      })
  void aFailedOrMissingResultMakesTheSenderUncertain(String results, String doubt) {
    Receipt came =
        send(
            behind,
            "x@burger.example",
            FOUND + results + "\n" + mail("a" + ++n + "@burger.example", "Huur"));

    assertThat(came.read().doubt()).isEqualTo(doubt);
    assertThat(came.route().uncertain()).isEqualTo(doubt != null);
  }

  @Test
  void theSendersOwnCopyOfAResultIsNeverBelieved() {
    String pass = FOUND + "dmarc=pass\n";
    String real = FOUND + "dmarc=fail\n";
    String received =
        "Received: from x ([192.0.2.1]) by " + OURS + "; Mon, 7 Sep 2026 10:00:00 +0200\n";
    String theirs = "Received: from pc by smtp.elders.example; Mon, 7 Sep 2026 09:59:00 +0200\n";
    String mail = mail("a" + ++n + "@burger.example", "Huur");
    String from = mail.substring(0, mail.indexOf('\n') + 1);
    Map<String, String> copies =
        Map.of(
            "below ours", real + pass + mail,
            "below ours, with a hop", real + received + pass + mail,
            "below a server of theirs", received + theirs + pass + mail,
            "among the author's fields", from + pass + mail.substring(from.length()),
            "under another name", "Authentication-Results: mx.elders.example; dmarc=pass\n" + mail,
            "with ours as a comment",
                "Authentication-Results: x (" + OURS + "); dmarc=pass\n" + mail);
    copies.forEach(
        (how, raw) ->
            assertThat(send(behind, "x@elders.example", raw + how).read().doubt())
                .as(how)
                .isIn("none", "dmarc=fail"));
    assertThat(send(elsewhere, "x@elders.example", pass + mail).read().doubt())
        .as("by a host that is not ours")
        .isEqualTo("none");
    assertThat(send(behind, "x@elders.example", received + pass + theirs + mail).read().doubt())
        .as("between ours and theirs it is ours")
        .isNull();
    assertThat(send(behind, "x@elders.example", pass + from + mail).read().doubt())
        .as("two authors")
        .isEqualTo("from=several");
  }

  @Test
  void whatIsUncertainChangesNothingOfTheCitizenAndTheirLinkConfirmsIt() {
    String from = "echt" + ++n + "@burger.example";
    Address address = new Address(Address.Kind.EMAIL, from);
    Case first =
        behind.found(
            send(behind, from, FOUND + "dmarc=pass\n" + mail("Els Echt <" + from + ">", "Huur"))
                .caseNumber());
    Identity before = await(behind.identities.find(address)).orElseThrow();
    String token = behind.tokens.replyAddress(first.id(), from);
    Receipt forged =
        behind.posted(
            "x@elders.example",
            List.of(token),
            FOUND
                + "dmarc=fail\nContent-Language: en\n"
                + mail("Iemand Anders <" + from + ">", "Where is my money?"));
    Case one = behind.found(forged.caseNumber());

    assertThat(one.id()).isNotEqualTo(first.id());
    assertThat(one.official()).as("the named official").isEqualTo(first.official());
    assertThat(one.suggested()).isEqualTo(first.id());
    String page = Visitor.loggedIn(behind, one.official()).get("/werk/vragen/" + one.id()).body();
    assertThat(page).contains("de controle mislukte (dmarc=fail)");
    await(
        behind.casework.change(
            one.id(), new Replying(one.official(), "Wat?", null, one.lastReceived(), Map.of())));
    Identity after = await(behind.identities.find(address)).orElseThrow();
    assertThat(after.name()).isEqualTo(before.name());
    assertThat(after.language()).isEqualTo(before.language());
    assertThat(after.standing()).isEqualTo(before.standing());
    assertThat(behind.found(first.id()).version())
        .as("nothing happened there")
        .isEqualTo(first.version());
    Notice told = acknowledgement(behind, one.id());
    assertThat(told.facts()).containsEntry("vouch", "yes").doesNotContainKey("meanwhile");
    assertThat(told.facts().toString()).doesNotContain("Els", first.id());

    Visitor citizen = new Visitor(behind);
    String link = behind.followPath(one, "1");
    assertThat(citizen.get(link).body()).contains("Komt dit bericht van u?");
    assertThat(behind.found(one.id()).route().uncertain()).as("looking says nothing").isTrue();
    citizen.post(link + "/van-mij", Map.of());
    Case confirmed = behind.found(one.id());
    assertThat(confirmed.route().certainty()).isEqualTo(Match.Certainty.CERTAIN);
    assertThat(confirmed.route().confirmedBy()).isEqualTo("citizen");
    assertThat(confirmed.happened(CaseEvent.Confirmed.class)).hasSize(1);
    assertThat(citizen.get(link).body()).doesNotContain("Komt dit bericht van u?");
  }

  @Test
  void anOfficialConfirmsItAsWell() {
    String from = "b" + ++n + "@burger.example";
    Case one = behind.found(send(behind, from, mail(from, "Huur")).caseNumber());
    assertThat(one.route().uncertain()).isTrue();
    await(behind.casework.change(one.id(), new Confirming(one.official())));
    assertThat(behind.found(one.id()).route().confirmedBy()).isEqualTo(one.official());
  }

  private static Notice acknowledgement(Workplace hub, String number) {
    return await(hub.outbox.unfinished(number)).stream()
        .map(Outgoing::notice)
        .filter(one -> one.kind() == Notice.Kind.ACKNOWLEDGEMENT)
        .findFirst()
        .orElseThrow();
  }

  private static String domain() {
    return "d" + ++n + ".example";
  }

  private static String signed(String domain, String mail, String more) throws Exception {
    dns.says(
        "s._domainkey." + domain,
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    String wire = mail.replace("\n", "\r\n") + "\r\n";
    String template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d="
            + domain
            + "; s=s; h=from:subject; "
            + more
            + "bh=; b=;";
    String field =
        new DKIMSigner(template, keys.getPrivate())
            .sign(new ByteArrayInputStream(wire.getBytes(StandardCharsets.UTF_8)));
    return field.replace("\r\n", "\n") + "\n" + mail;
  }

  private static String doubt(String envelope, String raw) {
    return send(border, envelope, raw).read().doubt();
  }

  @Test
  void atTheBorderASignatureThatHoldsProvesItsDomain() throws Exception {
    String domain = domain();
    dns.says("_dmarc." + domain, "v=DMARC1; p=reject");
    String mail = mail("a@" + domain, "Huur");
    String signed = signed(domain, mail, "");
    assertThat(doubt("x@elders.example", signed)).isNull();
    assertThat(doubt("x@elders.example", signed.replace("te hoog", "te laag")))
        .isEqualTo("dmarc=fail");
    assertThat(doubt("x@elders.example", signed.replace("Subject: Huur", "Subject: Geld")))
        .isEqualTo("dmarc=fail");
    String foreign = domain();
    assertThat(doubt("x@elders.example", signed(foreign, mail("a@" + domain, "Geld"), "")))
        .as("another's signature")
        .isEqualTo("dmarc=fail");
    assertThat(doubt("x@elders.example", signed(domain, mail("a@" + domain, "Deel"), "l=2; ")))
        .as("of a part of the text")
        .isEqualTo("dmarc=fail");
    assertThat(doubt("x@elders.example", FOUND + "dmarc=pass\n" + mail("a@" + domain, "Copy")))
        .as("nobody else is believed there")
        .isEqualTo("dmarc=fail");
  }

  @Test
  void atTheBorderTheAddressThatMailComesFromProvesItsDomain() {
    String good = domain();
    dns.says(good, "v=spf1 ip4:127.0.0.1 -all").says("_dmarc." + good, "v=DMARC1; p=none");
    String bad = domain();
    dns.says(bad, "v=spf1 ip4:192.0.2.1 -all");
    String none = domain();

    assertThat(doubt("a@" + good, mail("a@" + good, "Huur"))).isNull();
    assertThat(doubt("a@" + good, mail("a@sub." + good, "Huur"))).as("one organisation").isNull();
    assertThat(doubt("a@" + good, mail("a@" + bad, "Huur"))).isEqualTo("none");
    assertThat(doubt("a@" + bad, mail("a@" + bad, "Huur"))).isEqualTo("spf=fail");
    assertThat(doubt("a@" + bad, mail("a@" + good, "Huur"))).isEqualTo("dmarc=fail");
    assertThat(doubt("a@" + none, mail("a@" + none, "Huur"))).isEqualTo("none");
    dns.says("_dmarc." + bad, "v=DMARC1; p=none; aspf=s").says("m." + bad, "v=spf1 +all");
    assertThat(doubt("a@m." + bad, mail("a@" + bad, "Streng"))).isEqualTo("dmarc=fail");
  }

  @Test
  void whileDnsIsAwayMailIsTakenAndItsSenderUncertain() {
    String domain = domain();
    dns.silent(true);
    try {
      Receipt came = send(border, "a@" + domain, mail("a@" + domain, "Huur"));
      assertThat(came.read().doubt()).contains("temperror");
      assertThat(border.found(came.caseNumber()).official()).isNotBlank();
    } finally {
      dns.silent(false);
    }
  }
}
