package nl.aanspreekpunt.citizen;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentitiesTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private static final Address ANS = new Address(Address.Kind.EMAIL, "ans@elders.example");
  private static final Address PHONE = new Address(Address.Kind.PHONE, "+31612345678");

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Identities identities;

  @BeforeEach
  void open() {
    identities = Identities.in(fixture.store());
    await(identities.prepare());
  }

  private Future<Identity> wrote(Address address, String citizen, int n) {
    return identities.sender(
        address,
        citizen,
        "nl",
        new Identity.Recent("r" + n, NOON.plusSeconds(n), Channel.EMAIL, "s", null, null));
  }

  @Test
  void theFirstMessageMakesTheCitizenAndLaterOnesAreTheirs() {
    assertThat(await(wrote(ANS, "c1", 1)).citizen()).isEqualTo("c1");
    assertThat(await(wrote(ANS, "c2", 2)).citizen()).isEqualTo("c1");
    assertThat(await(identities.find(ANS)).orElseThrow().recent())
        .extracting(Identity.Recent::receipt)
        .containsExactly("r1", "r2");
    assertThat(await(identities.find(PHONE))).isEmpty();
  }

  @Test
  void messagesThatArriveTogetherMakeOneCitizen() {
    List<Future<Identity>> all =
        IntStream.range(0, 24).mapToObj(i -> wrote(ANS, "c" + i, i)).toList();
    await(Future.all(all));
    Identity ans = await(identities.find(ANS)).orElseThrow();
    assertThat(all).allMatch(one -> one.result().citizen().equals(ans.citizen()));
    assertThat(ans.recent()).hasSize(24);
  }

  @Test
  void theLatestFortyAreRemembered() {
    for (int i = 0; i < 43; i++) {
      await(wrote(ANS, "c1", i));
    }
    List<Identity.Recent> recent = await(identities.find(ANS)).orElseThrow().recent();
    assertThat(recent).hasSize(40);
    assertThat(recent.get(0).receipt()).isEqualTo("r3");
    assertThat(recent.get(39).at()).isEqualTo(NOON.plusSeconds(42));
  }

  @Test
  void aNameStaysUntilAnotherIsGiven() {
    await(identities.sender(ANS, "c1", "nl", message("Ans")));
    await(identities.sender(ANS, "c1", "en", message(null)));
    Identity ans = await(identities.find(ANS)).orElseThrow();
    assertThat(ans.name()).isEqualTo("Ans");
    assertThat(ans.language()).isEqualTo("en");
  }

  private static Identity.Recent message(String name) {
    return new Identity.Recent("r", NOON, Channel.WEB, "s", name, null);
  }

  @Test
  void aStandingOfficialStandsOnEachAddressOfTheCitizen() {
    await(wrote(ANS, "c1", 1));
    await(wrote(PHONE, "c1", 2));
    await(identities.setStanding("c1", "huur", "samira"));
    await(identities.setStanding("c1", null, "jan"));
    assertThat(await(identities.ofCitizen("c1")))
        .hasSize(2)
        .allMatch(one -> one.standingFor("huur").equals("samira"))
        .allMatch(one -> one.standingFor("afval").equals("jan"));
    assertThat(await(identities.standingWith("samira", 10))).hasSize(2);
  }

  @Test
  void thoseWhoAreMadeStandingAtTheSameMomentAreEachFound() {
    await(wrote(ANS, "c1", 1));
    List<String> topics = IntStream.range(0, 8).mapToObj(i -> "topic" + i).toList();
    await(
        Future.all(
            topics.stream().map(it -> identities.setStanding("c1", it, "of-" + it)).toList()));
    for (String topic : topics) {
      assertThat(await(identities.find(ANS)).orElseThrow().standingFor(topic))
          .isEqualTo("of-" + topic);
      assertThat(await(identities.standingWith("of-" + topic, 10))).as(topic).hasSize(1);
    }
  }

  @Test
  void anotherTakesThePlaceOfWhoLeftUnlessSomebodyElseDid() {
    await(wrote(ANS, "c1", 1));
    await(identities.setStanding("c1", "huur", "jan"));
    Identity before = await(identities.find(ANS)).orElseThrow();
    await(identities.succeed(before, "jan", Map.of("huur", "samira"), NOON.plusSeconds(9)));
    Identity after = await(identities.find(ANS)).orElseThrow();
    assertThat(after.standingFor("huur")).isEqualTo("samira");
    assertThat(after.standingBefore("huur", "r9")).isEqualTo("jan");
    await(identities.succeed(before, "jan", Map.of("huur", "els"), NOON));
    assertThat(await(identities.find(ANS))).contains(after);
    assertThat(await(identities.standingWith("jan", 10))).isEmpty();
  }
}
