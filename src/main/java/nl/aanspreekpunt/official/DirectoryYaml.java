package nl.aanspreekpunt.official;

import java.io.StringReader;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML within bounds, to maps, lists and texts. Values are taken as they are written: a phone
 * number is no number, {@code 08:30} no minutes, and {@code no} no boolean.
 */
final class DirectoryYaml {
  static final int LARGEST = 2 << 20;

  private DirectoryYaml() {}

  static Section read(String file, String yaml) throws DirectoryRefused {
    if (yaml.length() > LARGEST) {
      throw new DirectoryRefused(file + ": at most " + LARGEST + " characters are expected");
    }
    Object root;
    try {
      root = parser().load(yaml);
    } catch (MarkedYAMLException e) {
      String line =
          e.getProblemMark() == null ? "" : ", line " + (1 + e.getProblemMark().getLine());
      throw new DirectoryRefused(file + line + ": " + e.getProblem() + "; YAML is expected");
    } catch (YAMLException | ClassCastException e) {
      throw new DirectoryRefused(file + ": " + e.getMessage() + "; YAML is expected");
    }
    if (!(root instanceof Map<?, ?> map)) {
      throw new DirectoryRefused(file + ": keys and values, such as 'teams:', are expected");
    }
    return new Section(new Mistakes(file, map), "", map);
  }

  /** The same with where each thing stands; null when nothing stands there. */
  static Node nodes(String yaml) {
    return parser().compose(new StringReader(yaml));
  }

  private static Yaml parser() {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setAllowDuplicateKeys(false);
    bounds.setAllowRecursiveKeys(false);
    bounds.setMaxAliasesForCollections(20);
    bounds.setNestingDepthLimit(10);
    bounds.setCodePointLimit(LARGEST);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(bounds), new Representer(unused), unused, bounds, new AsWritten());
  }

  private static final class AsWritten extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: each plain value stays a text.
    }
  }
}
