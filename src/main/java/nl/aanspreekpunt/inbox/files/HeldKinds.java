package nl.aanspreekpunt.inbox.files;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.StoredFile.Hold;

/**
 * Which kinds of file are held back, by what they are called and what they are. The endings are
 * those that Windows, macOS, Linux and Android open by running something, after what Outlook and
 * Gmail block.
 *
 * @param kinds those that are held back
 * @param endings others: what comes behind the last dot of a name, small letters
 * @param types others: media types
 */
public record HeldKinds(Set<Hold> kinds, Set<String> endings, Set<String> types) {
  /** All kinds. */
  public static final String USUAL = "programs, macros, active, disks, encrypted, archives";

  private static final Map<Hold, Set<String>> BY_NAME = new EnumMap<>(Hold.class);
  private static final Map<Hold, Set<String>> BY_TYPE = new EnumMap<>(Hold.class);

  static {
    BY_NAME.put(
        Hold.PROGRAMS,
        words(
            "ade adp apk app appinstaller application appref-ms appx appxbundle bas bash bat bgi"
                + " cer cmd cnt com command cpl crx csh deb desktop diagcab dll exe fxp gadget grp"
                + " hlp hpj hta htc inf ins ipa isp its jar jnlp job js jse ksh lib library-ms lnk"
                + " mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mht2 msc"
                + " msh msh1 msh2 mshxml msi msix msixbundle msp mst msu nsh ocx ops osd pcd pif pkg"
                + " pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 py"
                + " pyc pyo pyw pyz rb rdp reg rpm run scf scpt scr sct search-ms"
                + " searchconnector-ms service settingcontent-ms sh shb shs sys terminal theme tmp"
                + " url vb vbe vbp vbs vbscript vxd webloc website wim2 workflow ws wsb wsc wsf wsh"
                + " xbap xll xpi zsh"));
    BY_NAME.put(
        Hold.MACROS,
        words("accda accdb docm dotm ppam ppsm potm pptm sldm xla xlam xlm xlsb xlsm xltm"));
    BY_NAME.put(
        Hold.ACTIVE, words("htm html hxt mht mhtml shtm shtml svg svgz swf xht xhtml xsl xslt"));
    BY_NAME.put(Hold.DISKS, words("dmg img iso toast udf vhd vhdx vmdk wim"));
    BY_NAME.put(
        Hold.ARCHIVES,
        words(
            "7z ace alz arc arj bz2 cab cpio egg gz lha lz lzh lzma rar tar tbz tgz txz xz z zst"));
    BY_TYPE.put(
        Hold.PROGRAMS,
        words(
            "application/java-archive application/java-vm application/vnd.android.package-archive"
                + " application/vnd.ms-htmlhelp application/x-bat application/x-chrome-package"
                + " application/x-debian-package application/x-dosexec application/x-elf"
                + " application/x-executable application/x-java-jnlp-file"
                + " application/x-ms-installer application/x-ms-shortcut"
                + " application/x-msdownload application/x-object application/x-rpm"
                + " application/x-sh application/x-sharedlib application/x-xpinstall"
                + " application/x-itunes-ipa text/javascript text/x-perl text/x-python"
                + " text/x-vbscript"));
    BY_TYPE.put(
        Hold.ACTIVE,
        words(
            "application/x-shockwave-flash application/xhtml+xml application/xslt+xml"
                + " image/svg+xml multipart/related text/html"));
    BY_TYPE.put(
        Hold.DISKS,
        words(
            "application/x-apple-diskimage application/x-fat-diskimage"
                + " application/x-iso9660-image application/x-vhd application/x-vmdk"));
    BY_TYPE.put(
        Hold.ARCHIVES,
        words(
            "application/gzip application/vnd.ms-cab-compressed application/x-7z-compressed"
                + " application/x-ace-compressed application/x-arj application/x-bzip"
                + " application/x-bzip2 application/x-cpio application/x-gtar application/x-lha"
                + " application/x-lharc application/x-rar-compressed application/x-tar"
                + " application/x-xz application/zstd"));
  }

  private static Set<String> words(String all) {
    return Set.of(all.split(" ", -1));
  }

  /** Kinds, endings such as {@code .one} and media types; empty when one is none of these. */
  public static Optional<HeldKinds> read(Collection<String> names) {
    Set<Hold> kinds = EnumSet.noneOf(Hold.class);
    Set<String> endings = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    for (String name : names) {
      String small = name.toLowerCase(Locale.ROOT);
      if (small.matches("\\.[\\p{L}\\p{N}_-]{1,20}")) {
        endings.add(small.substring(1));
      } else if (small.matches("[\\w.+-]{1,60}/[\\w.+-]{1,90}")) {
        types.add(small);
      } else if (!held(small).map(kinds::add).orElse(false)) {
        return Optional.empty();
      }
    }
    return Optional.of(new HeldKinds(kinds, endings, types));
  }

  private static Optional<Hold> held(String name) {
    return Arrays.stream(Hold.values())
        .filter(hold -> hold != Hold.LISTED && hold.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  public static HeldKinds usual() {
    return read(List.of(USUAL.split(", ", -1))).orElseThrow();
  }

  boolean holds(Hold kind) {
    return kinds.contains(kind);
  }

  /** By what it is called; null: that says nothing. */
  Hold byName(String name) {
    String ending = ending(name);
    return endings.contains(ending) ? Hold.LISTED : kind(BY_NAME, ending);
  }

  /**
   * @param type without parameters
   */
  Hold byType(String type) {
    if (types.contains(type)) {
      return Hold.LISTED;
    }
    boolean macros = type.contains("macroenabled");
    boolean machine = type.startsWith("application/x-mach-o");
    if (macros && holds(Hold.MACROS)) {
      return Hold.MACROS;
    }
    return machine && holds(Hold.PROGRAMS) ? Hold.PROGRAMS : kind(BY_TYPE, type);
  }

  private Hold kind(Map<Hold, Set<String>> all, String word) {
    return all.entrySet().stream()
        .filter(one -> holds(one.getKey()) && one.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** An archive, which another must not hide in. */
  static boolean packed(String name) {
    String ending = ending(name);
    return ending.equals("zip") || BY_NAME.get(Hold.ARCHIVES).contains(ending);
  }

  /**
   * As Windows takes it: it does not see dots and spaces at the end, nor a stream behind it. In one
   * pass, as a name in an archive has up to 64 kB that a sender chose.
   */
  static String ending(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    int stream = plain.indexOf(':', plain.lastIndexOf('.') + 1);
    int end = stream < 0 ? plain.length() : stream;
    while (end > 0
        && (plain.charAt(end - 1) == '.' || Character.isWhitespace(plain.charAt(end - 1)))) {
      end--;
    }
    String seen = plain.substring(0, end);
    return seen.substring(seen.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return kinds.stream().map(Hold::name).collect(Collectors.joining(", "))
        + " "
        + endings
        + " "
        + types;
  }
}
