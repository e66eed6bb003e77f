package org.cordboard.lab.bench;

import com.sun.management.ThreadMXBean;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.lab.load.FramePath;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;

/**
 * What 20 ms of a call cost, in microseconds.
 *
 * @param what was going on
 * @param meanUs the mean
 * @param p50Us the middle
 * @param p99Us what one frame in a hundred exceeds
 * @param bytes allocated in a second of the call
 */
record FrameCost(String what, double meanUs, double p50Us, double p99Us, double bytes) {
  private static final int PAUSE_FRAMES = 30; // 600 ms, as people pause between sentences
  private static final int FRAMES_A_SECOND = 50;

  /**
   * Measures.
   *
   * @param caller what the caller says, again and again; empty for nothing
   * @param says what the gateway says meanwhile; empty for nothing
   * @param folder for the recording
   */
  static FrameCost measure(
      String what, String caller, String says, int frames, Path folder, Clock clock)
      throws IOException {
    List<byte[]> audio = audio(caller);
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] nanos = new long[frames];
    long bytes = 0;
    try (FramePath path = FramePath.open(folder, says, Map.of())) {
      for (int at = -frames; at < frames; at++) { // as many again before, for the compiler
        byte[] frame = path.frame(audio.get(Math.floorMod(at, audio.size())));
        long before = memory.getCurrentThreadAllocatedBytes();
        long began = clock.nanos();
        path.hear(frame);
        long took = clock.nanos() - began;
        if (at >= 0) {
          nanos[at] = took;
          bytes += memory.getCurrentThreadAllocatedBytes() - before;
        }
        path.settle();
      }
      if (!says.isEmpty() && path.saidMs() < frames * AudioFormat.FRAME_MS) {
        throw new IllegalStateException("the gateway did not speak all the time");
      }
    }
    double mean = Arrays.stream(nanos).average().orElse(0) / 1e3;
    Arrays.sort(nanos);
    return new FrameCost(
        what,
        mean,
        nanos[frames / 2] / 1e3,
        nanos[frames * 99 / 100] / 1e3,
        (double) bytes / frames * FRAMES_A_SECOND);
  }

  private static List<byte[]> audio(String text) throws IOException {
    byte[] quiet = new byte[AudioFormat.MULAW_8K.frameBytes()];
    Arrays.fill(quiet, MuLaw.SILENCE);
    List<byte[]> frames = new ArrayList<>();
    if (!text.isEmpty()) {
      try (ScriptedSynthesizer voice =
          new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO))) {
        byte[] spoken = new SpokenFiles(voice).speak(SpeechRequest.of(text, ""));
        for (AudioFrame frame : new FrameCutter().push(spoken)) {
          frames.add(frame.bytes());
        }
      }
    }
    for (int at = 0; at < PAUSE_FRAMES; at++) {
      frames.add(quiet);
    }
    return frames;
  }

  static String heading() {
    return "  per frame of 20 ms                     mean      p50      p99   allocated a second";
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "  %-32s %7.1f  %7.1f  %7.1f µs  %9.0f kB",
        what,
        meanUs,
        p50Us,
        p99Us,
        bytes / 1e3);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("what", what)
        .put("meanUs", meanUs)
        .put("p50Us", p50Us)
        .put("p99Us", p99Us)
        .put("bytesASecond", bytes);
  }
}
