package nl.aanspreekpunt.inbox.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {
  private static final String MEDIA =
      "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
  private final MediaHosts hosts = new MediaHosts("https://api.twilio.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        MEDIA,
        "https://api.ie1.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
      })
  void aFileIsAskedForAtTheApiWithTheLogin(String url) {
    assertThat(hosts.first(url)).isEqualTo(URI.create(url));
    assertThat(hosts.isApi(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://api.twilio.com.elders.example/2010-04-01/Accounts/AC1/Media/ME1",
        "https://apitwilio.com/2010-04-01/Accounts/AC1/Media/ME1",
        "https://elders.example/2010-04-01/Accounts/AC1/Media/ME1",
        "https://api.twilio.com@elders.example/2010-04-01/Accounts/AC1/Media/ME1",
        "https://user:secret@api.twilio.com/2010-04-01/Accounts/AC1/Media/ME1",
        "https://api.twilio.com:8443/2010-04-01/Accounts/AC1/Media/ME1",
        "https://api.twilio.com/elsewhere",
        "https://api.twilio.com/2010-04-01/Accounts/../../elsewhere",
        "https://api.twilio.com/2010-04-01/Accounts/%2e%2e/%2E%2e/elsewhere",
        "https://169.254.169.254/2010-04-01/Accounts/AC1/Media/ME1",
        "http://localhost/2010-04-01/Accounts/AC1/Media/ME1",
        "file:///2010-04-01/Accounts/AC1/Media/ME1",
        "mailto:api.twilio.com",
        "niets",
        "",
        "https://api.twilio.com/2010-04-01/Accounts/ AC1",
      })
  void anythingElseIsNotAskedFor(String url) {
    assertThat(hosts.first(url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mms.twiliocdn.com/AC1/abc?Expires=1&Signature=x",
        "https://media.twiliocdn.com/AC1/abc",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/abc",
        "https://s3.amazonaws.com/media.twiliocdn.com/AC1/abc",
        "https://s3.us-east-1.amazonaws.com/media.twiliocdn.com/AC1/abc",
      })
  void itIsFollowedToTwiliosStoreWithoutTheLogin(String location) {
    URI next = hosts.next(URI.create(MEDIA), location);

    assertThat(next).isEqualTo(URI.create(location));
    assertThat(hosts.isApi(next)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mms.twiliocdn.com/AC1/abc",
        "https://twiliocdn.com.elders.example/AC1/abc",
        "https://eviltwiliocdn.com/AC1/abc",
        "https://s3.amazonaws.com/other-bucket/AC1/abc",
        "https://s3.amazonaws.com/media.twiliocdn.com/../other-bucket/abc",
        "https://media.twiliocdn.com.s3.amazonaws.com.elders.example/abc",
        "https://elders.example/abc",
        "//elders.example/abc",
        "http://127.0.0.1:8081/metrics",
        "https://10.0.0.1/",
        "https://user@mms.twiliocdn.com/abc",
      })
  void itIsFollowedNowhereElse(String location) {
    assertThat(hosts.next(URI.create(MEDIA), location)).isNull();
  }

  @Test
  void withoutAPlaceToGoToItIsFollowedNowhere() {
    assertThat(hosts.next(URI.create(MEDIA), null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4010,http://127.0.0.1:4010/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
    "https://uit.stad.example,https://uit.stad.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"
  })
  void whereTheApiIsConfiguredElsewhereItIsAskedForThere(String apiUrl, String there) {
    MediaHosts moved = new MediaHosts(apiUrl);

    assertThat(moved.first(MEDIA)).isEqualTo(URI.create(there));
    assertThat(moved.first(there)).isEqualTo(URI.create(there));
    assertThat(moved.isApi(URI.create(there))).isTrue();
    assertThat(moved.first("http://127.0.0.1:4011/2010-04-01/Accounts/AC1/x")).isNull();
  }
}
