package nl.aanspreekpunt.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client of somebody else, scim2-tester, holds the SCIM service against the RFCs. {@code
 * bin/test} installs it where it can; without it this is skipped.
 */
class ScimTesterTest {
  private static final Path PYTHON = Path.of("target", "scim", "bin", "python3");
  private static final int AT_MOST_SECONDS = 120;
  @TempDir private Path folder;

  @Test
  void theServiceIsAsTheRfcsHaveIt() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "bin/test could not install scim2-tester");
    Path said = folder.resolve("said.txt");
    try (Workplace workplace = new Workplace(Voorbeeldstad.yaml(), ScimClient.configuration())) {
      Process process =
          new ProcessBuilder(
                  List.of(
                      PYTHON.toAbsolutePath().toString(),
                      Path.of("src/test/scim/check.py").toAbsolutePath().toString(),
                      workplace.url("/scim/v2"),
                      ScimClient.token(workplace, "scim")))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        assertThat(process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
  }
}
