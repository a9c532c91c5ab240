package nl.aanspreekpunt.web.work.moving;

import java.util.List;

/**
 * Where somebody is in a flow.
 *
 * @param now which step this is, from 1
 * @param names of all of them, in words
 */
public record Steps(int now, List<String> names) {
  public int all() {
    return names.size();
  }

  public String name() {
    return names.get(now - 1);
  }
}
