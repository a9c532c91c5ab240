package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class CallbackWishPropertyTest {
  @Property(tries = 500)
  void anyTextAtAllIsRead(@ForAll @StringLength(max = 300) String text) {
    assertThatCode(() -> CallbackWish.in(text + " bel mij terug " + text))
        .doesNotThrowAnyException();
  }
}
