package nl.aanspreekpunt.inbox.email;

import java.util.List;
import java.util.Locale;

/**
 * What a server that we trust found out about the sender (RFC 8601). Results under any other name
 * are the sender's own claims.
 */
final class Authentication {
  private Authentication() {}

  /**
   * @param trusted the authserv-id (section 2.5) of the municipality's own server; null: nobody
   * @return such as {@code dmarc=fail}; null when there is no doubt, or nobody to tell
   */
  static String doubt(HeaderFields headers, String trusted) {
    if (trusted == null) {
      return null;
    }
    boolean spfFails = false;
    boolean dkimFails = false;
    boolean dkimPasses = false;
    for (String field : headers.all("authentication-results")) {
      List<String> results = List.of(withoutComments(field).split(";"));
      if (!results.get(0).strip().split(" ", 2)[0].equalsIgnoreCase(trusted)) {
        continue;
      }
      for (String result : results) {
        String said = result.strip().split("\\s", 2)[0];
        if (said.equals("dmarc=fail")) {
          return "dmarc=fail";
        }
        spfFails |= said.equals("spf=fail");
        dkimFails |= said.equals("dkim=fail");
        dkimPasses |= said.equals("dkim=pass");
      }
    }
    return spfFails && dkimFails && !dkimPasses ? "spf=fail dkim=fail" : null;
  }

  private static String withoutComments(String value) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth == 0) {
        plain.append(c);
      }
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return plain.toString().toLowerCase(Locale.ROOT).replace(" = ", "=");
  }
}
