package nl.aanspreekpunt.official.portrait;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a phone was held: the one thing of a JPEG's Exif (2.32, tag 0x0112) that is needed to show it
 * upright once the rest is left out.
 */
final class Orientation {
  private static final int USUAL = 1;
  private static final int SOI = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int SOS = 0xFFDA;
  private static final int EXIF = 0x45786966;
  private static final int TAG = 0x0112;
  private static final int MOST = 1_000;

  private Orientation() {}

  /** From 1, upright, to 8; 1 when the file does not say. */
  static int of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    try {
      if (word(in) != SOI) {
        return USUAL;
      }
      for (int marker = word(in); marker != SOS; marker = word(in)) {
        int size = word(in) - 2;
        int next = in.position() + size;
        if (marker == APP1 && size > 6 && in.getInt() == EXIF) {
          in.position(in.position() + 2);
          return tag(in.slice());
        }
        in.position(next);
      }
    } catch (BufferUnderflowException | IllegalArgumentException damaged) {
      return USUAL;
    }
    return USUAL;
  }

  private static int tag(ByteBuffer exif) {
    exif.order(word(exif) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    exif.position(4);
    exif.position(exif.getInt());
    int entries = Math.min(MOST, word(exif));
    for (int i = 0; i < entries; i++) {
      int tag = word(exif);
      exif.position(exif.position() + 6);
      int value = word(exif);
      exif.position(exif.position() + 2);
      if (tag == TAG) {
        return value >= 1 && value <= 8 ? value : USUAL;
      }
    }
    return USUAL;
  }

  private static int word(ByteBuffer in) {
    return in.getShort() & 0xFFFF;
  }

  /** About the middle of the picture. */
  static AffineTransform upright(int orientation) {
    AffineTransform turn =
        AffineTransform.getQuadrantRotateInstance(
            switch (orientation) {
              case 3, 4 -> 2;
              case 5, 6 -> 1;
              case 7, 8 -> 3;
              default -> 0;
            });
    if (orientation == 2 || orientation == 4) {
      turn.scale(-1, 1);
    } else if (orientation == 5 || orientation == 7) {
      turn.scale(1, -1);
    }
    return turn;
  }
}
