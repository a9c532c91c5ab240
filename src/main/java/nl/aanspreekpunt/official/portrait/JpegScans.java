package nl.aanspreekpunt.official.portrait;

/**
 * Whether a JPEG (ITU-T T.81, annex B) shows its picture in several rounds: then all of it is kept
 * in the memory until the last one.
 */
final class JpegScans {
  private static final int SOI = 0xD8;
  private static final int SOS = 0xDA;
  private static final int SOF_BASELINE = 0xC0;
  private static final int SOF_LAST = 0xCF;
  private static final int MARK = 0xFF;

  /** Of the frame: after its length (2), precision (1), height (2) and width (2). */
  private static final int PARTS_OF_FRAME = 7;

  /** Of the scan: after its length. */
  private static final int PARTS_OF_SCAN = 2;

  private JpegScans() {}

  /** Also of one that cannot be followed; false of what is no JPEG. */
  static boolean several(byte[] file) {
    if (file.length < 2 || at(file, 0) != MARK || at(file, 1) != SOI) {
      return false;
    }
    int parts = -1;
    for (int i = 2; i + PARTS_OF_FRAME + 1 < file.length; ) {
      // What stands between segments is skipped, as those who read them do.
      int mark = at(file, i + 1);
      if (at(file, i) != MARK || mark == 0 || mark == MARK) {
        i++;
        continue;
      }
      if (mark == SOS) {
        return parts < 0 || at(file, i + 2 + PARTS_OF_SCAN) < parts;
      }
      if (frame(mark)) {
        if (mark > SOF_BASELINE + 1) {
          return true;
        }
        parts = at(file, i + 2 + PARTS_OF_FRAME);
      }
      i += 2 + (alone(mark) ? 0 : 256 * at(file, i + 2) + at(file, i + 3));
    }
    return true;
  }

  /** DHT, JPG and DAC stand among the frames. */
  private static boolean frame(int mark) {
    return mark >= SOF_BASELINE && mark <= SOF_LAST && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
  }

  /** TEM and RST have no length. */
  private static boolean alone(int mark) {
    return mark == 0x01 || (mark >= 0xD0 && mark <= 0xD7);
  }

  private static int at(byte[] file, int i) {
    return file[i] & 0xFF;
  }
}
