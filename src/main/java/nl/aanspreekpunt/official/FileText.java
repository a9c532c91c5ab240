package nl.aanspreekpunt.official;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a directory's file and where each thing stands in it. SnakeYAML could write its nodes
 * again, with their comments, but not as somebody laid them out; so a change is cut into the text,
 * at the marks of the nodes, and every other character stays. Immutable.
 */
final class FileText {
  private final String text;
  private final Node root;
  private final String eol;
  private final boolean plain;
  private final Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  FileText(String text) {
    this.text = text;
    root = DirectoryYaml.nodes(text);
    plain = text.codePointCount(0, text.length()) == text.length();
    eol = text.contains("\r\n") ? "\r\n" : "\n";
    share(root, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void share(Node node, Set<Node> met) {
    if (!met.add(node)) {
      shared.add(node);
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(one -> share(one, met));
    } else if (node instanceof MappingNode map) {
      for (NodeTuple one : map.getValue()) {
        share(one.getKeyNode(), met);
        share(one.getValueNode(), met);
      }
    }
  }

  /** Written once and pointed to from elsewhere: another there is another everywhere. */
  boolean shared(Spot spot) {
    return shared.contains(spot.node());
  }

  /**
   * Something in it.
   *
   * @param node what stands there
   * @param in the map or list that holds it; null for the whole
   * @param key null in a list
   * @param inline within brackets, where no line can be added
   */
  record Spot(Node node, Spot in, Node key, boolean inline) {
    boolean isMap() {
      return node instanceof MappingNode map && !map.getValue().isEmpty();
    }

    boolean isList() {
      return node instanceof SequenceNode list && !list.getValue().isEmpty();
    }

    boolean bracketed() {
      return inline || ((CollectionNode<?>) node).getFlowStyle() == FlowStyle.FLOW;
    }
  }

  /** Other characters in place of some of the text. */
  record Cut(int start, int end, String written) {
    boolean apartFrom(Cut other) {
      return end < other.start || other.end < start;
    }
  }

  /**
   * @param cuts apart from each other
   */
  String with(List<Cut> cuts) {
    StringBuilder after = new StringBuilder(text);
    cuts.stream()
        .sorted(Comparator.comparingInt(Cut::start).reversed())
        .forEach(cut -> after.replace(cut.start(), cut.end(), cut.written()));
    return after.toString();
  }

  Spot root() {
    return new Spot(root, null, null, false);
  }

  /** Null when it is not there. */
  Spot step(Spot in, String step) {
    if (in.node() instanceof MappingNode map) {
      NodeTuple found = tuple(map, step);
      return found == null
          ? null
          : new Spot(found.getValueNode(), in, found.getKeyNode(), in.bracketed());
    }
    if (in.node() instanceof SequenceNode list) {
      for (Node entry : list.getValue()) {
        NodeTuple id = entry instanceof MappingNode map ? tuple(map, "id") : null;
        if (id != null && is(id.getValueNode(), step)) {
          return new Spot(entry, in, null, in.bracketed());
        }
      }
    }
    return null;
  }

  private static NodeTuple tuple(MappingNode map, String key) {
    return map.getValue().stream()
        .filter(one -> is(one.getKeyNode(), key))
        .findFirst()
        .orElse(null);
  }

  private static boolean is(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  Spot entry(Spot list, int position) {
    return new Spot(
        ((SequenceNode) list.node()).getValue().get(position), list, null, list.bracketed());
  }

  /** Another value in place of this one, whatever that is. */
  Cut replace(Spot spot, Object value) {
    int end = end(spot.node());
    if (spot.key() == null) {
      return cut(start(spot.node()), end, Written.inline(value));
    }
    if (spot.node() instanceof ScalarNode scalar && value instanceof String becomes) {
      boolean oneLine = scalar.isPlain() || scalar.getScalarStyle().getChar() < '>';
      if (oneLine && !Values.nothing(scalar.getValue()) && becomes.indexOf('\n') < 0) {
        return cut(start(scalar), end, Written.text(becomes, scalar.getScalarStyle()));
      }
    }
    String after =
        spot.inline() ? " " + Written.inline(value) : Written.after(value, column(spot.key()));
    int colon = text.indexOf(':', end(spot.key())) + 1;
    return cut(colon, Math.max(colon, end), after);
  }

  /** One more key at the end of a map that has some. */
  Cut add(Spot map, String key, Object value) {
    List<NodeTuple> tuples = ((MappingNode) map.node()).getValue();
    int end = end(tuples.get(tuples.size() - 1));
    if (map.bracketed()) {
      return cut(end, end, ", " + Written.inline(key) + ": " + Written.inline(value));
    }
    int column = column(tuples.get(0).getKeyNode());
    return below(end, " ".repeat(column) + Written.map(Map.of(key, value), column));
  }

  /** A key and its value go; not the only one of its map. */
  Cut remove(Spot spot) {
    List<NodeTuple> tuples = ((MappingNode) spot.in().node()).getValue();
    int at = 0;
    while (!is(tuples.get(at).getKeyNode(), ((ScalarNode) spot.key()).getValue())) {
      at++;
    }
    int start = start(spot.key());
    int end = end(tuples.get(at));
    boolean last = at == tuples.size() - 1;
    if (spot.inline() && last) {
      return cut(end(tuples.get(at - 1)), end, "");
    }
    boolean ownLine = text.substring(lineStart(start), start).isBlank();
    return spot.inline() || !ownLine
        ? cut(start, start(tuples.get(at + 1).getKeyNode()), "")
        : cut(lineStart(start), nextLine(end), "");
  }

  /**
   * Other entries in place of some of a list, which is not empty before and after.
   *
   * @param from the first that goes
   * @param to the first after it that stays
   */
  Cut splice(Spot list, int from, int to, List<?> becomes) {
    List<Node> entries = ((SequenceNode) list.node()).getValue();
    return list.bracketed()
        ? spliceInline(entries, from, to, becomes)
        : spliceLines(list.node(), entries, from, to, becomes);
  }

  private Cut spliceInline(List<Node> entries, int from, int to, List<?> becomes) {
    int first = start(entries.get(0));
    if (becomes.isEmpty()) {
      return from > 0
          ? cut(end(entries.get(from - 1)), end(entries.get(to - 1)), "")
          : cut(first, start(entries.get(to)), "");
    }
    int start = from > 0 ? end(entries.get(from - 1)) : first;
    int end = to > from ? end(entries.get(to - 1)) : start;
    int margin = first - lineStart(first);
    String lead = from > 0 ? ", " : "";
    String tail = from == 0 && to == 0 ? ", " : "";
    int column = start - lineStart(start) + lead.length();
    String written = Written.wrapped(becomes, column, margin);
    boolean tooFar =
        column + written.indexOf('\n') >= Written.WIDTH
            || (written.indexOf('\n') < 0 && column + written.length() >= Written.WIDTH);
    if (from > 0 && tooFar) {
      lead = ",\n" + " ".repeat(margin);
      written = Written.wrapped(becomes, margin, margin);
    }
    return cut(start, end, lead + written + tail);
  }

  private Cut spliceLines(Node list, List<Node> entries, int from, int to, List<?> becomes) {
    int column = start(list) - lineStart(start(list));
    boolean inline =
        entries.get(0) instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
    StringBuilder lines = new StringBuilder();
    for (Object one : becomes) {
      lines.append(" ".repeat(column)).append(Written.entry(one, column, inline)).append('\n');
    }
    if (to > from) {
      int start = lineStart(dash(entries.get(from)));
      return cut(start, nextLine(end(entries.get(to - 1))), lines.toString());
    }
    String written = lines.substring(0, lines.length() - 1);
    return from > 0
        ? below(end(entries.get(from - 1)), written)
        : cut(lineStart(start(list)), lineStart(start(list)), lines.toString());
  }

  private int dash(Node entry) {
    return text.lastIndexOf('-', start(entry) - 1);
  }

  /** On a line of its own after the one that ends there, with the comment behind it. */
  private Cut below(int end, String lines) {
    int next = nextLine(end);
    boolean ended = next > 0 && text.charAt(next - 1) == '\n';
    return cut(next, next, ended ? lines + "\n" : "\n" + lines);
  }

  private Cut cut(int start, int end, String written) {
    return new Cut(start, end, eol.equals("\n") ? written : written.replace("\n", eol));
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int nextLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private int column(Node node) {
    return start(node) - lineStart(start(node));
  }

  private int start(Node node) {
    return index(node.getStartMark());
  }

  private int end(NodeTuple tuple) {
    return Math.max(end(tuple.getValueNode()), end(tuple.getKeyNode()) + 1);
  }

  /** After its last character that is no space and no comment. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> all
        && all.getFlowStyle() == FlowStyle.BLOCK
        && !all.getValue().isEmpty()) {
      Object last = all.getValue().get(all.getValue().size() - 1);
      return last instanceof NodeTuple tuple ? end(tuple) : end((Node) last);
    }
    int end = index(node.getEndMark());
    int start = start(node);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int index(Mark mark) {
    return plain ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
  }
}
