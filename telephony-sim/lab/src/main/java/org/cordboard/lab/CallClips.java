package org.cordboard.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.sim.scenario.LedgerLine;
import org.cordboard.sim.scenario.ScenarioWriter;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;

/** The caller's turns, cut out of a call's recording, whose left channel is the caller. */
final class CallClips {
  private static final int AROUND_MS = 250;

  private final WavAudio audio;
  private final String callSid;
  private int written;

  /** Names of files in a scenario's folder: of turns to the AI, and of those to a person. */
  record Names(List<String> talk, List<String> joined) {
    static final Names NONE = new Names(List.of(), List.of());
  }

  private CallClips(WavAudio audio, String callSid) {
    this.audio = audio;
    this.callSid = callSid;
  }

  /**
   * Writes a file a turn into {@code folder}.
   *
   * @param recording a stereo file that is deleted once it has been read
   */
  static Names write(Path recording, String callSid, List<LedgerLine> ledger, Path folder)
      throws IOException {
    WavAudio audio = Wav.read(recording);
    Files.delete(recording);
    CallClips clips = new CallClips(audio, callSid);
    return new Names(
        clips.cut(ScenarioWriter.callerTurns(ledger), folder),
        clips.cut(ScenarioWriter.callerTurnsAfterJoin(ledger), folder));
  }

  private List<String> cut(List<long[]> turns, Path folder) throws IOException {
    short[] caller = audio.channels()[0];
    int perMs = audio.sampleRateHz() / 1_000;
    List<String> names = new ArrayList<>();
    for (long[] turn : turns) {
      int from = (int) Math.max(0, (turn[0] - AROUND_MS) * perMs);
      int to = (int) Math.min(caller.length, (turn[1] + AROUND_MS) * perMs);
      if (from >= to) {
        throw new CommandFailure(
            2, callSid + ": the recording ends before the caller's words; leave --audio out");
      }
      String name = callSid + "-" + ++written + ".wav";
      Wav.writePcm16(
          folder.resolve(name), Arrays.copyOfRange(caller, from, to), audio.sampleRateHz());
      names.add(name);
    }
    return names;
  }
}
