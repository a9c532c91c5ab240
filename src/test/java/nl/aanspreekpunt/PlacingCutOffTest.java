package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import org.junit.jupiter.api.Test;

/**
 * Somebody says of which citizen a question is, or that this was a mistake, cut off after the k-th
 * write for every k and started again: it is said, or it is not, and once it is the citizens'
 * records follow without anybody.
 */
class PlacingCutOffTest extends CutOffs {
  private static final String BY = "samira.elamrani";
  private static final String RENT = "huur-en-onderhoud";

  @Test
  void aQuestionOfAnotherCitizen() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = answered(asked("+3161261%04d".formatted(k)));
      Address wrong = one.participants().get(0).address();
      Address right = new Address(Address.Kind.EMAIL, "bo%d@elders.example".formatted(k));
      boolean cutOff = interrupted(k, () -> teaching().citizen(one, right, by()));
      if (found(one.id()).citizen().equals(one.citizen())) {
        assertThat(identity(wrong).standing()).containsKey(RENT);
        await(teaching().citizen(found(one.id()), right, by()));
      }
      Case after = found(one.id());
      assertThat(after.owed()).isNull();
      assertThat(after.citizen()).isEqualTo(identity(right).citizen());
      assertThat(identity(right).standing()).containsEntry(RENT, one.official());
      assertThat(identity(wrong).standing()).isEmpty();
      assertThat(after.happened(CaseEvent.CitizenCorrected.class)).hasSize(1);
      assertThat(after.happened(CaseEvent.Stands.class)).hasSize(1);
      assertThat(told(after, Notice.Kind.NEW_OFFICIAL).stream().map(it -> it.notice().to()))
          .hasSizeLessThanOrEqualTo(1)
          .allMatch(right.value()::equals);
      assertThat(after.participants()).extracting(it -> it.address()).containsExactly(right);
      assertWhole(after, 1);
      if (!cutOff) {
        assertThat(await(teaching().citizen(after, right, by())))
            .isInstanceOf(Decision.Unchanged.class);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void somebodyElseAfterAllNot() throws Exception {
    Case rent = asked("+31612620000");
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = answered(doubtful("zus%d@elders.example".formatted(k), rent));
      Address zus = one.participants().get(0).address();
      await(teaching().somebodyElse(one, by()));
      Case said = found(one.id());
      assertThat(said.citizen()).isNotEqualTo(one.citizen());
      boolean cutOff =
          interrupted(k, () -> teaching().putBack(said, PuttingBack.What.OWN, null, by()));
      if (!found(one.id()).route().uncertain()) {
        assertThat(found(one.id()).events()).isEqualTo(said.events());
        await(teaching().putBack(found(one.id()), PuttingBack.What.OWN, null, by()));
      }
      Case back = found(one.id());
      assertThat(back.owed()).isNull();
      assertThat(back.citizen()).isEqualTo(one.citizen());
      assertThat(back.participants()).isEqualTo(one.participants());
      assertThat(back.suggested()).isEqualTo(rent.id());
      assertThat(back.dueAt()).isEqualTo(one.dueAt());
      assertThat(back.happened(CaseEvent.PutBack.class)).hasSize(1);
      assertThat(identity(zus).shared()).isFalse();
      assertThat(identity(zus).standing()).containsValue(one.official());
      assertThat(lessons(one)).isNotEmpty().noneMatch(Lesson::holds);
      if (!cutOff) {
        assertThat(await(teaching().putBack(back, PuttingBack.What.OWN, null, by())))
            .isInstanceOf(Decision.Refused.class);
        assertThat(lessons(one)).noneMatch(Lesson::holds);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  /** It names the other's question, of which it is not certain that its sender takes part. */
  private Case doubtful(String from, Case other) throws Exception {
    Receipt receipt =
        Receipt.received(
            "doubt-" + from,
            Channel.API,
            clock.instant(),
            null,
            List.of(),
            null,
            0,
            100,
            Map.of(
                "email",
                from,
                "name",
                "Zus",
                "subject",
                "Huur",
                "text",
                "Mijn huur is te hoog.",
                "topic",
                RENT,
                "case",
                other.id()));
    await(hub.inbox.accept(receipt));
    Until.present(
        receipt.id() + " is placed",
        () ->
            hub.receipts
                .find(receipt.id())
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .filter(it -> it.state() == Receipt.State.ROUTED));
    Case one = placed(receipt);
    assertThat(one.suggested()).isEqualTo(other.id());
    return one;
  }

  private Case answered(Case one) throws Exception {
    await(
        new Answering(hub.casework, hub.identities)
            .change(
                one.id(),
                new Replying(one.official(), "Wij kijken.", null, one.lastReceived(), Map.of()),
                one.official()));
    return found(one.id());
  }

  private Teaching teaching() {
    return new Teaching(
        hub.cases,
        hub.casework,
        hub.identities,
        hub.vocabulary,
        hub.numbers,
        new Proposing(official -> Load.Work.NONE),
        clock);
  }

  private static Teaching.By by() {
    return new Teaching.By(BY, false, act -> act);
  }

  private Identity identity(Address address) throws Exception {
    Future<Optional<Identity>> found = hub.identities.find(address);
    return await(found).orElseThrow();
  }

  private List<Lesson> lessons(Case one) throws Exception {
    return await(hub.vocabulary.lessons().latest(100)).stream()
        .filter(lesson -> lesson.about().equals(one.id()))
        .toList();
  }
}
