package nl.aanspreekpunt.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class MaskingTest {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @ParameterizedTest
  @CsvSource({
    "550 <ans.de-boer+x@elders.example> unknown, 550 <a…@elders.example> unknown",
    "to é.ü@straße.example and b@c.nl, to é…@straße.example and b…@c.nl",
    "from +31612345678, from …678",
    "case 7K2M9QX4C-p1 at 2026-11-24T10:00:00+01:00, case 7K2M9QX4C-p1 at 2026-11-24T10:00:00+01:00",
    "java.lang.Object@1a2b3c, java.lang.Object@1a2b3c",
    "nothing to hide, nothing to hide",
  })
  void anAddressIsCutAndNothingElse(String logged, String expected) {
    assertThat(Masking.masked(logged)).isEqualTo(expected);
  }

  @Test
  void itHoldsForTheWordsOfAnExceptionInBothForms() {
    PatternLayoutEncoder plain = new PatternLayoutEncoder();
    plain.setPattern("%msg%n");
    for (Encoder<ILoggingEvent> form : new Encoder[] {plain, new JsonEncoder()}) {
      String line = logged(form, new IllegalStateException("no mailbox ans@elders.example"));
      assertThat(line).contains("a…@elders.example", "sent to").doesNotContain("ans@");
    }
  }

  @Test
  void aLongLineWithoutAddressesIsReadInNoTime() {
    assertThat(Masking.masked("a.".repeat(100_000))).hasSize(200_000);
  }

  private String logged(Encoder<ILoggingEvent> form, Throwable failure) {
    form.setContext(context);
    Masking masking = new Masking();
    masking.setContext(context);
    masking.setEncoder(form);
    masking.start();
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("test"),
            Level.WARN,
            "sent to {}",
            failure,
            new Object[] {"b@c.nl"});
    return new String(masking.encode(event), StandardCharsets.UTF_8);
  }
}
