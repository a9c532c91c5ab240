package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.web.Visitor;

/** A form on a page, as a browser would send it. */
final class Shown {
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", 32);

  private static final Pattern FIELD =
      Pattern.compile(
          "<input ((?:[^>\"]|\"[^\"]*\")*)>|<textarea ([^>]*)>(.*?)</textarea>|<select ([^>]*)>(.*?)</select>",
          32);
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");
  private static final Pattern FIRST = Pattern.compile("<option value=\"([^\"]*)\"");

  private Shown() {}

  /** What the form that goes there is filled in with. */
  static Map<String, String> form(Visitor.Answer answer, String action) {
    Matcher form = FORM.matcher(answer.body());
    while (form.find()) {
      if (form.group(1).equals(action)) {
        return fields(form.group(2));
      }
    }
    throw new AssertionError("no form to " + action + " in " + answer.body());
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new TreeMap<>();
    Matcher field = FIELD.matcher(form);
    while (field.find()) {
      if (field.group(1) != null) {
        input(field.group(1), fields);
      } else if (field.group(2) != null) {
        fields.put(attribute(field.group(2), "name"), plain(field.group(3)));
      } else {
        Matcher chosen = CHOSEN.matcher(field.group(5));
        Matcher first = FIRST.matcher(field.group(5));
        String value = chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
        fields.put(attribute(field.group(4), "name"), plain(value));
      }
    }
    fields.remove("token");
    return fields;
  }

  private static void input(String attributes, Map<String, String> fields) {
    boolean box = attributes.contains("type=\"checkbox\"");
    if (!box || attributes.contains(" checked")) {
      fields.put(attribute(attributes, "name"), attribute(attributes, "value"));
    }
  }

  private static String attribute(String attributes, String name) {
    Matcher found = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(attributes);
    return found.find() ? plain(found.group(1)) : "";
  }

  private static String plain(String html) {
    return html.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
