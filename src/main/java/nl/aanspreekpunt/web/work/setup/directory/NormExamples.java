package nl.aanspreekpunt.web.work.setup.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Wording;

/** By when what starts now is done, by the norms of a directory. */
record NormExamples(Seen seen, Directory as) {
  private static final List<PromiseKind> KINDS =
      List.of(
          PromiseKind.ANSWER,
          PromiseKind.CALLBACK,
          PromiseKind.FIND_OUT,
          PromiseKind.CONSULT,
          PromiseKind.BACKING,
          PromiseKind.ELSEWHERE,
          PromiseKind.FRICTION);

  private static final List<String> CHANNELS = List.of("email", "sms", "web", "api", "phone");

  /** Of each kind of promise. */
  Means of(Matter matter) {
    List<String> lines = new ArrayList<>();
    for (PromiseKind kind : KINDS) {
      lines.add(line(kind.name(), as.norm(kind, matter), matter.team()));
    }
    for (LegalClass legal : List.of(LegalClass.COMPLAINT, LegalClass.FORMAL)) {
      Matter asked = new Matter(matter.topic(), matter.team(), matter.channel(), legal);
      lines.add(line(legal.name(), as.norm(PromiseKind.DECISION, asked), matter.team()));
    }
    lines.add(line("SILENCE", as.silence(matter), matter.team()));
    return Means.of(words().say("gids.example"), lines, Means.Before.CHANGED);
  }

  /** Of an answer alone. */
  String answer(Matter matter) {
    return line("ANSWER", as.norm(PromiseKind.ANSWER, matter), matter.team());
  }

  private String line(String kind, Norm norm, String team) {
    return words().say("gids.example." + kind, said(norm), due(norm, as.clock(team)));
  }

  /** Of each topic, by what a question is and how it came. */
  Means ofTopics() {
    List<String> lines = new ArrayList<>();
    for (Topic topic : as.topics()) {
      String name = topic.name().in(words().language());
      String answer = answer(topic, null);
      lines.add(
          words()
              .say(
                  "gids.example.topic",
                  name,
                  answer,
                  decision(topic, LegalClass.COMPLAINT),
                  decision(topic, LegalClass.FORMAL)));
      for (String channel : CHANNELS) {
        String by = answer(topic, channel);
        if (!by.equals(answer)) {
          String how = words().say("gids.channel." + channel);
          lines.add(words().say("gids.example.channel", name, how, by));
        }
      }
    }
    return Means.of(words().say("gids.example"), lines, Means.Before.CHANGED);
  }

  private String answer(Topic topic, String channel) {
    Matter matter = new Matter(topic.id(), topic.team(), channel, LegalClass.QUESTION);
    return due(as.norm(PromiseKind.ANSWER, matter), as.clock(topic.team()));
  }

  private String decision(Topic topic, LegalClass legal) {
    Matter matter = new Matter(topic.id(), topic.team(), null, legal);
    return due(as.norm(PromiseKind.DECISION, matter), as.clock(topic.team()));
  }

  /** That what was promised before stays as it was promised. */
  Means stays() {
    return Means.of(
        words().say("gids.stays"), List.of(words().say("gids.stays.line")), Means.Before.ALWAYS);
  }

  private String said(Norm norm) {
    return new Term(words().language(), false).shown(norm.toString());
  }

  private String due(Norm norm, WorkingTime clock) {
    return moment(clock.after(seen.now(), norm));
  }

  String moment(Instant at) {
    return new Moments(as.zone(), words(), seen.now()).say(at);
  }

  private Wording words() {
    return seen.words();
  }
}
