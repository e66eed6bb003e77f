package org.cordboard.lab.turns;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;
import org.cordboard.speech.turn.Expected;

/**
 * A corpus as a folder: a WAV for each turn, and {@code labels.jsonl} with a line for each:
 *
 * <pre>{@code
 * {"file": "turn-0001.wav", "caller": 1, "voice": "human", "kind": "spoken", "expected": "FREE",
 *  "least": 0, "most": 0, "words": [["where", 0, 180], ...], "pauses": [[1180, 1730, "hold"], [2410, 2410, "end"]]}
 * }</pre>
 *
 * Times are milliseconds from the file's beginning; {@code voice} is {@code human} or a
 * synthesiser's; {@code kind} may be left out; the turns of one caller follow each other.
 * Recordings of people in this form are measured apart.
 */
final class TurnFiles {
  private static final String LABELS = "labels.jsonl";
  private static final int RATE_HZ = 8_000;

  private TurnFiles() {}

  static void write(List<SpokenTurn> turns, Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder labels = new StringBuilder();
    for (SpokenTurn turn : turns) {
      Wav.writeMuLaw(folder.resolve(turn.id() + ".wav"), turn.mulaw());
      JsonArray words = new JsonArray();
      turn.words()
          .forEach(
              word ->
                  words.add(
                      new JsonArray().add(word.text()).add(word.from() / 8).add(word.to() / 8)));
      JsonArray pauses = new JsonArray();
      turn.pauses()
          .forEach(
              pause ->
                  pauses.add(
                      new JsonArray()
                          .add(pause.from() / 8)
                          .add(pause.to() / 8)
                          .add(pause.end() ? "end" : "hold")));
      labels
          .append(
              new JsonObject()
                  .put("file", turn.id() + ".wav")
                  .put("caller", turn.caller())
                  .put("voice", turn.voice())
                  .put("kind", turn.kind())
                  .put("expected", turn.expected().form().name())
                  .put("least", turn.expected().least())
                  .put("most", turn.expected().most())
                  .put("words", words)
                  .put("pauses", pauses)
                  .encode())
          .append('\n');
    }
    Files.writeString(folder.resolve(LABELS), labels);
  }

  /** Reads a corpus; the message of what it throws names the line and what is wrong with it. */
  static List<SpokenTurn> read(Path folder) throws IOException {
    List<SpokenTurn> turns = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(folder.resolve(LABELS))) {
      number++;
      try {
        turns.add(turn(new JsonObject(line), folder));
      } catch (DecodeException
          | ClassCastException
          | IllegalArgumentException
          | NullPointerException wrong) {
        throw new IOException(
            folder.resolve(LABELS) + ":" + number + ": not a label: " + wrong.getMessage(), wrong);
      }
    }
    return turns;
  }

  private static SpokenTurn turn(JsonObject label, Path folder) throws IOException {
    WavAudio wav = Wav.read(folder.resolve(label.getString("file")));
    byte[] mulaw =
        MuLaw.encode(
            wav.sampleRateHz() == RATE_HZ
                ? wav.mono()
                : Pcm.toShorts(
                    Resampler.convert(Pcm.toFloats(wav.mono()), wav.sampleRateHz(), RATE_HZ)));
    List<SpokenTurn.Word> words = new ArrayList<>();
    for (Object each : label.getJsonArray("words")) {
      JsonArray word = (JsonArray) each;
      words.add(new SpokenTurn.Word(word.getString(0), word.getLong(1) * 8, word.getLong(2) * 8));
    }
    List<SpokenTurn.Pause> pauses = new ArrayList<>();
    for (Object each : label.getJsonArray("pauses")) {
      JsonArray pause = (JsonArray) each;
      boolean end = pause.getString(2).equals("end");
      pauses.add(new SpokenTurn.Pause(pause.getLong(0) * 8, pause.getLong(1) * 8, end));
    }
    if (pauses.isEmpty() || !pauses.get(pauses.size() - 1).end()) {
      throw new IllegalArgumentException("the last of 'pauses' must be \"end\"");
    }
    Expected.Form form =
        Expected.Form.valueOf(label.getString("expected").toUpperCase(Locale.ROOT));
    return new SpokenTurn(
        label.getString("file").replaceFirst("\\.wav$", ""),
        label.getInteger("caller"),
        label.getString("voice"),
        label.getString("kind", ""),
        new Expected(form, label.getInteger("least", 0), label.getInteger("most", 0)),
        words,
        pauses,
        mulaw);
  }
}
