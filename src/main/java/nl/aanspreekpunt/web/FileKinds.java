package nl.aanspreekpunt.web;

/** What people call a kind of file; the rest is a file. */
public enum FileKinds {
  PICTURE,
  SOUND,
  FILM,
  PDF,
  DOCUMENT,
  SHEET,
  SLIDES,
  PACKED,
  MAIL,
  CALENDAR,
  TEXT,
  FILE;

  /**
   * @param type media type, small letters
   */
  public static FileKinds of(String type) {
    if (type.startsWith("image/")) {
      return PICTURE;
    }
    if (type.startsWith("audio/")) {
      return SOUND;
    }
    if (type.startsWith("video/")) {
      return FILM;
    }
    if (type.contains("spreadsheet") || type.contains("ms-excel")) {
      return SHEET;
    }
    if (type.contains("presentation") || type.contains("powerpoint")) {
      return SLIDES;
    }
    if (type.contains("wordprocessing") || type.contains("opendocument.text")) {
      return DOCUMENT;
    }
    return switch (type) {
      case "application/pdf" -> PDF;
      case "application/msword", "application/rtf" -> DOCUMENT;
      case "application/zip" -> PACKED;
      case "message/rfc822" -> MAIL;
      case "text/calendar" -> CALENDAR;
      default -> type.startsWith("text/") ? TEXT : FILE;
    };
  }
}
