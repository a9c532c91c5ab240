package nl.aanspreekpunt.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Leaves no full email address and no phone number in the log, also not in the words of an
 * exception that some library made: {@code a…@example.org}, {@code …678}.
 */
public final class Masking extends EncoderBase<ILoggingEvent> {
  private static final Pattern EMAIL =
      Pattern.compile(
          "([\\p{L}\\p{N}])[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{0,63}@(?=[\\p{L}\\p{N}-]+\\.)");
  private static final Pattern PHONE = Pattern.compile("\\+\\d{5,12}(\\d{3})(?!\\d)");

  private Encoder<ILoggingEvent> encoder;

  /** Makes the lines. */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  @Override
  public void start() {
    encoder.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return encoder.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
    return masked(line).getBytes(StandardCharsets.UTF_8);
  }

  /** For what people read, too. */
  public static String masked(String line) {
    String withoutMail = EMAIL.matcher(line).replaceAll("$1…@");
    return PHONE.matcher(withoutMail).replaceAll("…$1");
  }

  @Override
  public byte[] footerBytes() {
    return encoder.footerBytes();
  }
}
