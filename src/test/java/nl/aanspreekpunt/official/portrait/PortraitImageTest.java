package nl.aanspreekpunt.official.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitImageTest {
  /** Red above blue, in a photo that is wider than high. */
  private static BufferedImage photo(int width, int height) {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        photo.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    return photo;
  }

  private static byte[] file(BufferedImage photo, String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(photo, kind, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage drawn(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PortraitImage.of(file).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void aLargePhotoBecomesASmallSquare(String kind) throws IOException {
    byte[] file = file(photo(3000, 2000), kind);
    byte[] made = PortraitImage.of(file).orElseThrow();
    assertThat(made).hasSizeLessThan(60_000);
    assertThat(drawn(file).getWidth()).isEqualTo(PortraitImage.SIDE);
    assertThat(drawn(file).getHeight()).isEqualTo(PortraitImage.SIDE);
  }

  @Test
  void nothingOfTheFileStaysButWhatIsSeen() throws IOException {
    byte[] secret = "GPS 52.37 Kerkstraat 1".getBytes(StandardCharsets.US_ASCII);
    byte[] made = PortraitImage.of(exif(file(photo(400, 400), "jpeg"), 1, secret)).orElseThrow();
    assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
  }

  @ParameterizedTest
  @CsvSource({
    "1, top",
    "2, top",
    "3, bottom",
    "4, bottom",
    "5, left",
    "6, right",
    "7, right",
    "8, left"
  })
  void aPhotoOfAPhoneThatWasHeldOtherwiseStandsUpright(int orientation, String red)
      throws IOException {
    BufferedImage made = drawn(exif(file(photo(400, 400), "jpeg"), orientation, new byte[0]));
    int near = 20;
    int far = PortraitImage.SIDE - near;
    int middle = PortraitImage.SIDE / 2;
    Color seen =
        new Color(
            switch (red) {
              case "top" -> made.getRGB(middle, near);
              case "bottom" -> made.getRGB(middle, far);
              case "left" -> made.getRGB(near, middle);
              default -> made.getRGB(far, middle);
            });
    assertThat(seen.getRed()).isGreaterThan(200);
    assertThat(seen.getBlue()).isLessThan(60);
  }

  /** With an Exif segment after its start, little-endian, with one tag. */
  private static byte[] exif(byte[] jpeg, int orientation, byte[] more) throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    segment.write(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0});
    segment.write(new byte[] {0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0});
    segment.write(new byte[] {0, 0, 0, 0});
    segment.write(more);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (segment.size() + 2)});
    segment.writeTo(whole);
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  @Test
  void whatIsNoPhotoIsNotTaken() throws IOException {
    byte[] jpeg = file(photo(400, 400), "jpeg");
    assertThat(PortraitImage.of(new byte[0])).isEmpty();
    assertThat(PortraitImage.of("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PortraitImage.of(Arrays.copyOf(jpeg, 100))).isEmpty();
    assertThat(PortraitImage.of(file(photo(400, 400), "gif"))).isEmpty();
    assertThat(PortraitImage.of(file(photo(40, 40), "png"))).isEmpty();
  }

  @Test
  void aFileThatSaysToBeHugeFillsNoMemory() throws IOException {
    byte[] png = file(photo(400, 400), "png");
    // Width and height stand at 16 and 20 (PNG, IHDR).
    for (int at : new int[] {16, 20}) {
      png[at] = 0x7F;
    }
    assertThat(PortraitImage.of(png)).isEmpty();
  }

  @Test
  void aFileThatIsLongAndNarrowFillsNoMemory() throws IOException {
    assertThat(PortraitImage.of(file(photo(1151, 4 * 1151), "png"))).isPresent();
    assertThat(PortraitImage.of(file(photo(100, 500), "png"))).isEmpty();
    assertThat(PortraitImage.of(file(photo(500, 100), "jpeg"))).isEmpty();
    assertThat(PortraitImage.fits(1151, 104_000, false)).isFalse();
    assertThat(PortraitImage.fits(8192, 6144, false)).as("50 megapixels").isTrue();
    assertThat(PortraitImage.fits(12_000, 9_000, false)).isFalse();
  }

  @Test
  void neverMoreThanFourMillionDotsAreKept() {
    for (int small = 96; small < 7_500; small += 61) {
      for (int times = 1; times <= 4; times++) {
        int large = small * times;
        int step = PortraitImage.step(large, small);
        assertThat((long) (large / step) * (small / step)).isLessThanOrEqualTo(4_000_000);
        assertThat(small / step).isGreaterThanOrEqualTo(Math.min(small, PortraitImage.SIDE));
      }
    }
  }

  @Test
  void aPhotoThatIsKeptWholeWhileItIsReadIsSmaller() throws IOException {
    assertThat(PortraitImage.of(inRounds(1200, 1000))).isPresent();
    assertThat(JpegScans.several(file(photo(400, 400), "jpeg"))).isFalse();
    assertThat(JpegScans.several(file(photo(400, 400), "png"))).isFalse();
    assertThat(PortraitImage.fits(4032, 3024, true)).as("12 megapixels").isTrue();
    byte[] large = inRounds(4_000, 3_600);
    assertThat(JpegScans.several(large)).isTrue();
    assertThat(PortraitImage.of(large)).isEmpty();
  }

  @Test
  void aPhotoOfWhichEachColourComesByItselfIsKeptWholeToo() throws IOException {
    byte[] jpeg = file(photo(400, 400), "jpeg");
    int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
    jpeg[scan + 4] = 1;
    assertThat(JpegScans.several(jpeg)).isTrue();
    assertThat(JpegScans.several(Arrays.copyOf(jpeg, scan))).as("without an end").isTrue();
    assertThat(JpegScans.several(exif(file(photo(400, 400), "jpeg"), 1, new byte[9]))).isFalse();
  }

  private static byte[] inRounds(int width, int height) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      writer.write(null, new IIOImage(grey, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
