package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A WhatsApp message is matched as a text message is: by its number. */
class MatchingWhatsAppTest {
  private static final String EVA = "+31612345678";
  private final Mailroom room = new Mailroom();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whoTextedAndNowUsesWhatsAppGoesOnInTheSameCaseAndIsAnsweredThere() {
    Came text = room.sms(EVA, "De huur is te hoog");
    room.clock.forward(Duration.ofHours(1));
    Came next = room.whatsApp(EVA, "eefje \uD83D\uDE0E", "Ik bedoel die van de buren");

    assertThat(next.one().id()).isEqualTo(text.one().id());
    assertThat(next.rule()).isEqualTo("conversation");
    assertThat(next.one().participants()).hasSize(1);
    assertThat(next.one().participants().get(0).by()).isEqualTo(Channel.WHATSAPP);
    assertThat(told(next)).containsExactly(Channel.SMS, Channel.WHATSAPP);

    room.clock.forward(Duration.ofHours(1));
    Came back = room.sms(EVA, "Nu weer per sms");
    assertThat(back.one().participants().get(0).by()).isNull();
  }

  @Test
  void aNicknameIsShownAndMakesNobodySomebodyElse() {
    room.whatsApp(EVA, "Eva de Wit", "De huur is te hoog");
    room.clock.forward(Duration.ofHours(1));
    Came next = room.whatsApp(EVA, "Ahmed Yilmaz", "En mijn huis is te koud");

    assertThat(next.match().doubts()).isEmpty();
    assertThat(next.one().participants())
        .extracting(Participant::name)
        .containsExactly("Eva de Wit");
  }

  private List<Channel> told(Came came) {
    return Mailroom.await(room.hub.outbox.unfinished(came.one().id())).stream()
        .sorted(Comparator.comparing(Outgoing::createdAt))
        .map(entry -> entry.notice().channel())
        .toList();
  }
}
