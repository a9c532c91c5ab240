package nl.aanspreekpunt.inbox.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.StoredFile.Hold;
import nl.aanspreekpunt.inbox.StoredFile.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is and whether it is held back, by its bytes and its name. */
class SniffingTest {
  private static final byte[] PDF = bytes("%PDF-1.4\n%x\n");
  private static final byte[] EXE = HexFormat.of().parseHex("4d5a90000300000004000000ffff0000");
  private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static StoredFile of(String name, byte[]... pieces) {
    return of(HeldKinds.usual(), name, pieces);
  }

  private static StoredFile of(HeldKinds held, String name, byte[]... pieces) {
    Sniffing looks = new Sniffing(name, held);
    for (byte[] piece : pieces) {
      looks.take(piece);
    }
    return looks.found(1, Verdict.CLEAN);
  }

  /** With the whole of another as its comment. */
  private static byte[] commented(byte[] zip, byte[] comment) {
    byte[] all = Arrays.copyOf(zip, zip.length + comment.length);
    System.arraycopy(comment, 0, all, zip.length, comment.length);
    all[zip.length - 2] = (byte) comment.length;
    return all;
  }

  /** Its directory says that there is nothing. */
  private static byte[] emptied(byte[] zip) {
    byte[] all = zip.clone();
    for (int at = all.length - 14; at < all.length - 6; at++) {
      all[at] = 0;
    }
    return all;
  }

  private static byte[] zip(String... names) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(all)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes("iets"));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all.toByteArray();
  }

  /** As a program marks one that has a password. */
  private static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    for (int i = 0; i + 4 < locked.length; i++) {
      if (locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1 && locked[i + 3] == 2) {
        locked[i + 8] |= 1;
      }
    }
    return locked;
  }

  @Test
  void whatItIsItsSizeAndItsDigestAreReadFromItsBytes() {
    StoredFile file = of("brief.pdf", PDF, bytes("meer"));
    assertThat(file.type()).isEqualTo("application/pdf");
    assertThat(file.size()).isEqualTo(PDF.length + 4);
    assertThat(file.digest()).isEqualTo(digest(PDF, bytes("meer")));
    assertThat(file.hold()).isNull();
    assertThat(file.state()).isEqualTo(StoredFile.State.OPEN);
  }

  private static String digest(byte[]... pieces) {
    try {
      java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
      Arrays.stream(pieces).forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "foto.jpg,ffd8ffe000104a464946,image/jpeg",
    "zonder-naam,89504e470d0a1a0a,image/png",
    "lijst.csv,61623b63,text/csv",
    "brief.txt,48616c6c6f,text/plain",
    "liegt.jpg,255044462d312e34,application/pdf",
    "afspraak.ics,424547494e3a5643414c454e444152,text/calendar",
  })
  void theBytesSayWhatItIsAndTheNameWhereTheyDoNot(String name, String hex, String type) {
    StoredFile file = of(name, HexFormat.of().parseHex(hex));
    assertThat(file.type()).isEqualTo(type);
    assertThat(file.hold()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "factuur.exe,PROGRAMS",
    "factuur.pdf.scr,PROGRAMS",
    "FACTUUR.EXE,PROGRAMS",
    "'factuur.exe. ',PROGRAMS",
    "factuur.exe::$DATA,PROGRAMS",
    "factuur\u202Efdp.exe,PROGRAMS",
    "map.lnk,PROGRAMS",
    "map.ps1,PROGRAMS",
    "opzet.msi,PROGRAMS",
    "app.apk,PROGRAMS",
    "brief.docm,MACROS",
    "brief.xlsm,MACROS",
    "inlog.html,ACTIVE",
    "plaatje.svg,ACTIVE",
    "schijf.iso,DISKS",
    "schijf.vhdx,DISKS",
    "alles.rar,ARCHIVES",
    "alles.7z,ARCHIVES",
    "alles.tar.gz,ARCHIVES",
  })
  void dangerousNamesAreHeldBackHoweverTheyAreWritten(String name, Hold hold) {
    assertThat(of(name, bytes("iets")).hold()).isEqualTo(hold);
  }

  @Test
  void aProgramIsHeldBackWhateverItIsCalled() {
    assertThat(of("foto.jpg", EXE).hold()).isEqualTo(Hold.PROGRAMS);
    assertThat(of("", bytes("#!/bin/sh\nrm -rf /\n")).hold()).isEqualTo(Hold.PROGRAMS);
    assertThat(of("elf.txt", HexFormat.of().parseHex("7f454c46020101000000000000000000")).hold())
        .isEqualTo(Hold.PROGRAMS);
    assertThat(of("brief.txt", bytes("<!DOCTYPE html><html><body>x</body></html>")).hold())
        .isEqualTo(Hold.ACTIVE);
    assertThat(of("brief.doc", bytes("<html><body>x</body></html>")).hold()).isEqualTo(Hold.ACTIVE);
    byte[] svg = bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assertThat(of("foto.png", svg).hold()).isEqualTo(Hold.ACTIVE);
  }

  @Test
  void macrosAreFoundInsideAlsoAcrossPieces() {
    byte[] macros = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    byte[] start = Arrays.copyOf(OLE, 600);
    assertThat(of("brief.doc", start, Arrays.copyOf(macros, 9), end(macros, 9)).hold())
        .isEqualTo(Hold.MACROS);
    assertThat(of("brief.doc", start).hold()).isNull();
    byte[] docx = zip("[Content_Types].xml", "word/document.xml", "word/media/x.svg");
    assertThat(of("brief.docx", docx).hold()).isNull();
    assertThat(of("brief.docx", zip("[Content_Types].xml", "word/vbaProject.bin")).hold())
        .isEqualTo(Hold.MACROS);
    assertThat(of("brief.odt", zip("mimetype", "content.xml")).hold()).isNull();
    assertThat(of("brief.odt", zip("mimetype", "Basic/Standard/Module1.xml")).hold())
        .isEqualTo(Hold.MACROS);
  }

  private static byte[] end(byte[] all, int from) {
    return Arrays.copyOfRange(all, from, all.length);
  }

  @Test
  void anArchiveIsLookedIntoWithoutUnpackingIt() {
    assertThat(of("fotos.zip", zip("een.jpg", "map/twee.jpg")).hold()).isNull();
    assertThat(of("fotos.zip", zip("een.jpg", "map/twee.jpg.exe")).hold()).isEqualTo(Hold.PROGRAMS);
    assertThat(of("fotos.zip", zip("een.jpg", "nog.zip")).hold()).isEqualTo(Hold.ARCHIVES);
    assertThat(of("fotos.zip", locked(zip("een.jpg"))).hold()).isEqualTo(Hold.ENCRYPTED);
    assertThat(of("fotos.zip", commented(zip("lek.exe"), zip())).hold())
        .as("a second end of a directory in the comment of the first")
        .isEqualTo(Hold.ARCHIVES);
    assertThat(of("fotos.zip", emptied(zip("lek.exe"))).hold())
        .as("a directory that names nothing")
        .isEqualTo(Hold.ARCHIVES);
    byte[] whole = zip("een.jpg", "twee.jpg");
    assertThat(of("fotos.zip", Arrays.copyOf(whole, whole.length - 30)).hold())
        .as("cut off")
        .isEqualTo(Hold.ARCHIVES);
    assertThat(of("foto.jpg", zip("kwaad.js")).hold()).as("not called so").isEqualTo(Hold.PROGRAMS);
  }

  /** Else two such mails, of a megabyte each, keep all others from being read for minutes. */
  @Test
  void aNameWithinAnArchiveIsLookedAtOnceHoweverLongItIs() {
    for (String end : List.of(".", " x", ".exe")) {
      byte[] colons = zip("een.jpg", ":".repeat(60_000) + end);
      byte[] dots = zip("een.jpg", ". ".repeat(30_000) + end);
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () -> {
            of("fotos.zip", colons);
            of("fotos.zip", dots);
          },
          end);
    }
    assertThat(of("fotos.zip", zip("x".repeat(60_000) + ".exe. . ")).hold())
        .isEqualTo(Hold.PROGRAMS);
  }

  @Test
  void anAttachedMessageIsLookedInto() {
    String mail =
        """
        From: x@y.example
        Subject: x
        Message-ID: <1@y.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b

        Dag
        --b
        Content-Type: application/pdf; name=NAAM

        x
        --b--
        """;
    assertThat(of("brief.eml", bytes(mail.replace("NAAM", "brief.pdf"))).hold()).isNull();
    assertThat(of("brief.eml", bytes(mail.replace("NAAM", "brief.pdf.exe"))).hold())
        .isEqualTo(Hold.PROGRAMS);
    assertThat(of("brief.eml", bytes(mail.replace("NAAM", "brief.pdf"))).type())
        .isEqualTo("message/rfc822");
  }

  @Test
  void anOfficeDocumentWithAPasswordIsHeldBack() {
    byte[] sealed = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    assertThat(of("brief.docx", OLE, sealed).hold()).isEqualTo(Hold.ENCRYPTED);
  }

  @Test
  void nothingInANameTurnsItAroundOrMakesItAPath() {
    assertThat(of("..\\..\\a/b\u202Egpj.pdf\r\n", PDF).name()).isEqualTo(".._.._a_bgpj.pdf");
  }

  @Test
  void whichKindsAreHeldBackIsConfigured() {
    HeldKinds some = HeldKinds.read(List.of("programs", ".one", "application/pdf")).orElseThrow();
    assertThat(of(some, "brief.docm", bytes("x")).hold()).isNull();
    assertThat(of(some, "x.exe", bytes("x")).hold()).isEqualTo(Hold.PROGRAMS);
    assertThat(of(some, "notitie.one", bytes("x")).hold()).isEqualTo(Hold.LISTED);
    assertThat(of(some, "brief", PDF).hold()).isEqualTo(Hold.LISTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"program", "listed", "exe", "", ".", "a/b/c"})
  void aKindThatNobodyKnowsIsRefused(String name) {
    assertThat(HeldKinds.read(List.of(name))).isEmpty();
  }
}
