package nl.aanspreekpunt.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;

/** The address that a visitor without an account has shown to be theirs. */
public final class Proven {
  private static final String KEY = "proven-address";

  private Proven() {}

  /** Only by who looked it up. */
  public static void set(RoutingContext context, Address address) {
    context.put(KEY, address);
  }

  /** Empty for who came by a link, or has shown nothing. */
  public static Optional<Address> address(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }
}
