package nl.aanspreekpunt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys of a YAML file, nested or with dots. Values are taken as they are written: a phone
 * number is no number, and {@code no} is no boolean.
 */
final class SettingsFile {
  /** Receives what was read; {@code source} names file and line. */
  interface Keys {
    void put(String key, String text, String source);
  }

  private static final int DEEPEST = 5;

  private final Path file;
  private final Keys keys;
  private final Consumer<String> problems;

  private SettingsFile(Path file, Keys keys, Consumer<String> problems) {
    this.file = file;
    this.keys = keys;
    this.problems = problems;
  }

  static void read(Path file, Keys keys, Consumer<String> problems) {
    new SettingsFile(file, keys, problems).read();
  }

  private void read() {
    try (var reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root instanceof MappingNode mapping) {
        keysOf(mapping, "", 1);
      } else if (root != null) {
        problems.accept(at(root) + ": keys and values, such as 'http.port: 8080', are expected");
      }
    } catch (NoSuchFileException e) {
      problems.accept(file + ": does not exist; a configuration file is expected");
    } catch (MarkedYAMLException e) {
      String line =
          e.getProblemMark() == null ? "" : ", line " + (1 + e.getProblemMark().getLine());
      problems.accept(file + line + ": " + e.getProblem() + "; YAML is expected");
    } catch (IOException | YAMLException e) {
      problems.accept(file + ": cannot be read; YAML in UTF-8 is expected");
    }
  }

  private void keysOf(MappingNode mapping, String prefix, int depth) {
    for (NodeTuple entry : mapping.getValue()) {
      String key = prefix + (entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?");
      Node value = entry.getValueNode();
      if (value instanceof MappingNode inner && depth < DEEPEST) {
        keysOf(inner, key + ".", depth + 1);
      } else if (value instanceof ScalarNode scalar) {
        keys.put(key, scalar.getValue(), at(value));
      } else if (value instanceof SequenceNode list
          && list.getValue().stream().allMatch(SettingsFile::isText)) {
        keys.put(key, joined(list), at(value));
      } else {
        problems.accept(at(value) + ": " + key + ": a text or a list of texts is expected");
      }
    }
  }

  private static boolean isText(Node node) {
    return node instanceof ScalarNode;
  }

  private static String joined(SequenceNode list) {
    List<String> texts = new ArrayList<>();
    list.getValue().forEach(node -> texts.add(((ScalarNode) node).getValue()));
    return String.join(",", texts);
  }

  private String at(Node node) {
    return file + ", line " + (node.getStartMark().getLine() + 1);
  }
}
