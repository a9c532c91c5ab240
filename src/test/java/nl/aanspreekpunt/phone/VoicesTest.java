package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xml.sax.InputSource;

/** Whatever a citizen calls themselves, Twilio can read what is to be said. */
class VoicesTest {
  private final Twiml twiml = new Twiml(new Voices("Polly.Laura-Neural", "Polly.Amy-Neural"));

  @Property(tries = 500)
  void whateverIsSaidIsXml(@ForAll String name) throws Exception {
    String said = twiml.saying(List.of(new Lines.Line("nl", name, null)));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(said)));
  }

  @Example
  void aNameStaysAsItIsButForWhatCannotBeWritten() {
    assertThat(Voices.plain("Zoë <d'Ångström> & \uD83D\uDE00"))
        .isEqualTo("Zoë <d'Ångström> & \uD83D\uDE00");
    assertThat(Voices.plain("Jan\u0001 de\uFFFE\uD800 Vries")).isEqualTo("Jan  de   Vries");
  }
}
