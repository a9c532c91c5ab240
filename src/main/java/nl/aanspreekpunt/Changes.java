package nl.aanspreekpunt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nl.aanspreekpunt.casework.Case;

/** Passes each change of a case on to whoever listens in this process. */
final class Changes implements Consumer<Case> {
  private final List<Consumer<Case>> listeners = new CopyOnWriteArrayList<>();

  void listen(Consumer<Case> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(Case changed) {
    listeners.forEach(listener -> listener.accept(changed));
  }
}
