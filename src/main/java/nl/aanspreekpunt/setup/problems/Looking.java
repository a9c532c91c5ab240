package nl.aanspreekpunt.setup.problems;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Looks for what is wrong with how this node is set up. */
public interface Looking {
  /** The gravest first. What DNS says is as it was asked last: nobody is asked. */
  Future<List<Problem>> now();

  /**
   * The same, and DNS is asked when that was long ago; that takes up to some seconds.
   *
   * @param afresh DNS is asked in any case
   */
  Future<Looked> look(boolean afresh);

  /**
   * @param asked when DNS was asked; null: it is not
   */
  record Looked(List<Problem> problems, Instant asked) {
    public Looked {
      problems = List.copyOf(problems);
    }
  }
}
