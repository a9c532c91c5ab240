package nl.aanspreekpunt.official.portrait;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photo of somebody made into a small square JPEG: drawn anew, so that nothing of the file stays
 * but what is seen (no place, camera or hidden text). Blocks: for a worker.
 */
public final class PortraitImage {
  /** Bytes of a photo as a phone makes it. */
  public static final int LARGEST = 12 * 1024 * 1024;

  /** Twice as wide as it is shown, for a fine screen. */
  static final int SIDE = 288;

  private static final int SMALLEST = 96;

  /** What a phone of 50 megapixels makes; more is meant to fill the memory. */
  private static final long MOST_DOTS = 50L * 1024 * 1024;

  /** Where all of the picture stands in the memory before the first line is known. */
  private static final long MOST_DOTS_AT_ONCE = 12L * 1024 * 1024;

  /** Dots that are kept of it, before it is made small. */
  private static final long MOST_READ = 4_000_000;

  /** As long as this many times its width, it shows nobody. */
  private static final int LONGEST = 4;

  private static final Set<String> KINDS = Set.of("jpeg", "png");
  private static final float QUALITY = 0.85f;

  private PortraitImage() {}

  /** Empty when it is no JPEG or PNG that can be shown, or too small to see somebody. */
  public static Optional<byte[]> of(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        return KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
            ? read(reader, in, file)
            : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      // The readers throw much more than they say on a file that is damaged with care.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> read(ImageReader reader, ImageInputStream in, byte[] file)
      throws IOException {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (!fits(width, height, JpegScans.several(file))) {
      return Optional.empty();
    }
    ImageReadParam less = reader.getDefaultReadParam();
    int step = step(width, height);
    less.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(written(square(reader.read(0, less), Orientation.of(file))));
  }

  /**
   * Whether it can be somebody, and be read in little memory.
   *
   * @param atOnce all of it is to be in the memory to read any of it
   */
  static boolean fits(int width, int height, boolean atOnce) {
    long small = Math.min(width, height);
    return small >= SMALLEST
        && Math.max(width, height) <= LONGEST * small
        && (long) width * height <= (atOnce ? MOST_DOTS_AT_ONCE : MOST_DOTS);
  }

  /** One in so many dots is read, each way: of a wide one fewer. */
  static int step(int width, int height) {
    int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
    while ((long) (width / step) * (height / step) > MOST_READ) {
      step++;
    }
    return step;
  }

  /** Its middle, upright. */
  private static BufferedImage square(BufferedImage photo, int orientation) {
    BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = square.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, SIDE, SIDE);
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    double scale = (double) SIDE / Math.min(photo.getWidth(), photo.getHeight());
    AffineTransform place = AffineTransform.getTranslateInstance(SIDE / 2.0, SIDE / 2.0);
    place.concatenate(Orientation.upright(orientation));
    place.scale(scale, scale);
    place.translate(-photo.getWidth() / 2.0, -photo.getHeight() / 2.0);
    paint.drawImage(photo, place, null);
    paint.dispose();
    return square;
  }

  private static byte[] written(BufferedImage square) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(square, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
