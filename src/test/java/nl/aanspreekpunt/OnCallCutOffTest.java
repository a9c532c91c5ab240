package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message that touches a principle, cut off after the k-th write for every k and started again:
 * whoever is on call is told, each once, by text message and by mail.
 */
class OnCallCutOffTest extends CutOffs {
  private static final int MOST = 14;

  static IntStream writes() {
    return IntStream.range(0, MOST);
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void whoeverIsOnCallIsToldOnce(int k) throws Exception {
    Receipt receipt = sms("+31612390007", "Wij zitten zonder water");

    boolean cutOff = interrupted(k, () -> deliver(receipt));
    Case one = placed(receipt);

    assertThat(one.happened(CaseEvent.Alerted.class)).hasSize(1);
    assertThat(told(one, Notice.Kind.PRINCIPLE)).hasSize(2);
    assertWhole(one, 1);
    if (k == MOST - 1) {
      assertThat(cutOff).as("none was left to cut off").isFalse();
    }
  }

  @Test
  void twoNodesTellTheNextOneOnce() throws Exception {
    Receipt receipt = sms("+31612390008", "Wij zitten zonder water");
    await(deliver(receipt));
    await(hub.inbox.drain());
    Hub second = open();
    clock.forward(Duration.ofMinutes(15));

    for (int tick = 0; tick < 2; tick++) {
      await(Future.join(hub.caseClock.tick(), second.caseClock.tick()));
    }

    Case one = placed(receipt);
    List<String> whom =
        one.happened(CaseEvent.Alerted.class).map(CaseEvent.Alerted::official).toList();
    assertThat(whom).containsExactly("samira.elamrani", "jan.devries");
    assertThat(told(one, Notice.Kind.PRINCIPLE)).extracting(Outgoing::id).hasSize(4);
  }
}
