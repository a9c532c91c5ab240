package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Own words that need a fact which a message does not have. */
class TextsTest {
  private static final String KEY = "promise.ANSWER";
  private static final Map<String, String> FACTS = Map.of("due", "dinsdag 12:00 uur");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Texts program = new Texts("nl");
  private Logger log;

  @BeforeEach
  void listen() {
    lines.start();
    // While another test's thread sets the logging up there is a stand-in.
    log =
        Until.present(
            "the log is there",
            () ->
                Optional.of(LoggerFactory.getLogger(Texts.class))
                    .filter(Logger.class::isInstance)
                    .map(Logger.class::cast));
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
  }

  private String said(String own) {
    return program.with(OwnWords.NONE.with("nl", KEY, own)).say(FACTS, KEY);
  }

  @Test
  void areALineInTheLogOnceHoweverManyMessagesLackItAndOnceMoreWhenTheyChange() {
    String ours = program.say(FACTS, KEY);
    for (int i = 0; i < 3; i++) {
      assertThat(said("Vóór {due} bij {nowhere}.")).isEqualTo(ours);
    }
    assertThat(lines.list).hasSize(1);
    assertThat(said("Vóór {due}.")).isEqualTo("Vóór dinsdag 12:00 uur.");
    assertThat(said("Vóór {due} of {nowhere}.")).isEqualTo(ours);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "own text 'promise.ANSWER' (nl) needs a fact that is not there: not said",
            "own text 'promise.ANSWER' (nl) needs a fact that is not there: not said");
  }
}
