package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our own style names sides by where a line begins and ends, so that it reads from right to left
 * too.
 */
class StyleTest {
  private static final Pattern SIDES =
      Pattern.compile(
          "(^|[;{\\s])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[\\w-]*"
              + "|border-(top|bottom)-(left|right)-radius|left|right)\\s*:"
              + "|(float|clear|text-align|caption-side)\\s*:\\s*(left|right)");

  @Test
  void noSideIsCalledLeftOrRight() throws IOException {
    List<String> found = new ArrayList<>();
    Path frontend = Path.of("src", "main", "frontend");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> own = Files.list(frontend);
        Stream<Path> subjects = Files.list(frontend.resolve("style"))) {
      Stream.concat(own, subjects)
          .filter(file -> file.toString().endsWith(".css"))
          .forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(3);
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int at = 0; at < lines.size(); at++) {
        if (SIDES.matcher(lines.get(at)).find()) {
          found.add(file + ":" + (at + 1) + " " + lines.get(at).strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
