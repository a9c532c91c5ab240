package nl.aanspreekpunt.inbox.webform;

/**
 * A file that came with a web form.
 *
 * @param name without folders or control characters, as {@link #nameOf} makes it
 * @param type a MIME type, as the browser says
 */
public record Upload(String name, String type, byte[] content) {
  private static final int LONGEST = 100;

  /** What a browser calls a file, as a name that is safe on every disk and in every header. */
  public static String nameOf(String given) {
    String name = given == null ? "" : given.replace('\\', '/');
    name = name.substring(name.lastIndexOf('/') + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*;]", "").strip();
    name = name.replaceAll("^\\.+", "");
    if (name.length() > LONGEST) {
      int dot = name.lastIndexOf('.');
      String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
      name = name.substring(0, LONGEST - ending.length()) + ending;
    }
    return name.isEmpty() ? "bijlage" : name;
  }
}
