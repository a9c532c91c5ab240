package nl.aanspreekpunt.setup.channels;

import io.vertx.core.Future;
import java.util.Locale;
import nl.aanspreekpunt.citizen.Channel;

/** The names of ways in and out, as {@link Passing} keeps them. */
public final class Ways {
  public static final String SMTP = "smtp";
  public static final String SMS = "sms";
  public static final String FORM = "form";

  private Ways() {}

  public static String out(Channel channel) {
    return "out-" + channel.name().toLowerCase(Locale.ROOT);
  }

  /** Notes that it went well, as soon as it did. */
  public static <T> Future<T> noted(Future<T> taken, String way, Passing passing) {
    return taken.onSuccess(done -> passing.went(way));
  }
}
