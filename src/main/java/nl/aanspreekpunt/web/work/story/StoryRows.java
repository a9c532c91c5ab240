package nl.aanspreekpunt.web.work.story;

import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** Stories in words, as a list shows them. */
record StoryRows(Directories directories) {
  StoriesPage.Row of(Frame frame, Story story) {
    return new StoriesPage.Row(
        story.id(),
        how(frame, story),
        story.readable() ? story.published().words() : null,
        story.readable() && !story.published().particular().isBlank()
            ? story.published().particular()
            : null,
        frame.say("stories.state." + story.state()));
  }

  private String how(Frame frame, Story story) {
    Names names = new Names(directories.current(), frame.words());
    String topic = story.topic() == null ? null : names.topic(story.topic());
    String went =
        frame.say("stories.went." + story.went() + (story.ofCitizen() ? ".citizen" : ".official"));
    return topic == null ? went : went + " · " + topic;
  }
}
