package nl.aanspreekpunt.outbox.limits;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** In which time zones somebody with a number may be: those of the region that the number is of. */
final class Zones {
  private static final Map<String, List<ZoneId>> BY_REGION = read();

  private Zones() {}

  /** Empty when the number is of no region, or of one without a zone that is known here. */
  static List<ZoneId> of(String number) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      String region = phones.getRegionCodeForNumber(phones.parse(number, null));
      return region == null ? List.of() : BY_REGION.getOrDefault(region, List.of());
    } catch (NumberParseException e) {
      return List.of();
    }
  }

  private static Map<String, List<ZoneId>> read() {
    Set<String> known = ZoneId.getAvailableZoneIds();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Zones.class.getResourceAsStream("/zones.txt"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .filter(pair -> pair.length == 2 && known.contains(pair[1]))
          .collect(
              Collectors.groupingBy(
                  pair -> pair[0],
                  HashMap::new,
                  Collectors.mapping(pair -> ZoneId.of(pair[1]), Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own zones.txt", e);
    }
  }
}
