package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * Why a file does not open, and what to do.
 *
 * @param back path of its case
 * @param lets path by which this reader may let it through; null: they may not
 * @param error what is wrong with what was sent; null at first
 */
public record HeldFilePage(Frame frame, StoredFile file, String back, String lets, String error)
    implements Page {
  @Override
  public String template() {
    return "work/heldfile.jte";
  }

  public String name() {
    return file.name().isBlank() ? file.type() : file.name();
  }

  public String why() {
    return new FileWords(frame).note(file);
  }

  public String advice() {
    return frame.say("file.do." + file.state());
  }
}
