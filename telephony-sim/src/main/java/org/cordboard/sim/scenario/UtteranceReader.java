package org.cordboard.sim.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Nearest;
import org.cordboard.sim.party.Answer;
import org.cordboard.sim.party.Background;
import org.cordboard.sim.party.Noises;
import org.cordboard.sim.party.Utterance;
import org.cordboard.speech.audio.Wav;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what is said and what sounds behind it. */
final class UtteranceReader {
  private static final int TIMES = 4;
  private static final int SNR_DB = 15;
  private static final int RATE_HZ = 8_000;

  private final Path file;
  private final List<String> voices;

  /**
   * @param voices those that the synthesiser has
   */
  UtteranceReader(Path file, List<String> voices) {
    this.file = file;
    this.voices = voices;
  }

  /** Words, or a mapping with the words, a file, a pace, a voice. */
  Utterance utterance(YamlMap map, Node node) {
    if (node instanceof ScalarNode) {
      return Utterance.of(map.text(node, "what is said"));
    }
    YamlMap said = new YamlMap(file.toString(), node, "what is said");
    said.only(Keys.UTTERANCE);
    double rate = said.number("rate", 100, 40, 250) / 100.0;
    String voice = said.has("voice") ? ScenarioFile.voice(said, voices) : "";
    return new Utterance(
        said.needText("text", "the words"), wav(said), rate, voice, Utterance.Kind.WORDS);
  }

  /** The answers under {@code answers}: pattern → reply. */
  List<Answer> answers(YamlMap person) {
    if (!person.has("answers")) {
      return List.of();
    }
    Node node = person.need("answers", "");
    if (!(node instanceof MappingNode mapping)) {
      throw person.wrong(node, "'answers' must be 'pattern: reply' pairs");
    }
    List<Answer> answers = new ArrayList<>();
    for (NodeTuple each : mapping.getValue()) {
      answers.add(
          new Answer(
              YamlMap.line(each.getKeyNode()),
              Patterns.heard(person, each.getKeyNode()),
              utterance(person, each.getValueNode()),
              times(each.getValueNode())));
    }
    return answers;
  }

  private int times(Node reply) {
    return reply instanceof MappingNode
        ? new YamlMap(file.toString(), reply, "a reply").number("times", TIMES, 1, 20)
        : TIMES;
  }

  /** A background, by name or as a mapping; null for {@code off}. */
  @Nullable Background noise(YamlMap map, Node node) {
    if (node instanceof ScalarNode) {
      String sound = map.text(node, "a noise");
      return sound.equals("off") ? null : new Background(known(map, node, sound), null, SNR_DB);
    }
    YamlMap given = new YamlMap(file.toString(), node, "a noise");
    given.only(Keys.NOISE);
    int snr = given.number("snr", SNR_DB, 0, 60);
    @Nullable Path wav = wav(given);
    if ((wav == null) == !given.has("sound")) {
      throw given.wrong(
          node, "a noise needs either sound: or wav:; the sounds are " + Noises.names());
    }
    return wav != null
        ? new Background("", wav, snr)
        : new Background(
            known(given, given.need("sound", "hiss"), given.needText("sound", "hiss")), null, snr);
  }

  private static String known(YamlMap map, Node node, String sound) {
    if (!Noises.names().contains(sound)) {
      throw map.wrong(
          node,
          "there is no sound '"
              + sound
              + "'; "
              + Nearest.advice(sound, Noises.names())
              + " or give wav: a file of your own");
    }
    return sound;
  }

  private @Nullable Path wav(YamlMap said) {
    if (!said.has("wav")) {
      return null;
    }
    Path wav = file.resolveSibling(said.needText("wav", "hello.wav"));
    if (!Files.isReadable(wav)) {
      throw said.wrong("wav", wav + " cannot be read; put an 8 kHz WAV file there");
    }
    try {
      int rateHz = Wav.read(wav).sampleRateHz();
      if (rateHz != RATE_HZ) {
        throw said.wrong("wav", wav + " is of " + rateHz + " Hz; give a file of 8000 Hz");
      }
    } catch (IOException broken) {
      throw said.wrong("wav", broken.getMessage() + "; put an 8 kHz WAV file there");
    }
    return wav;
  }
}
