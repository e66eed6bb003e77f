package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.cordboard.speech.audio.MuLaw;

/** Two channels of a call in which everything that can be measured was put by design. */
final class PlantedCall {
  private static final int MS = Stretch.SAMPLES_PER_MS;
  private static final int FRAME = 160;

  private final Random random;
  private final double speechDbfs;
  private final double[] caller;
  private final double[] heard;
  private final PlantedVoice callerVoice;
  private final PlantedVoice heardVoice;
  private int at;

  PlantedCall(int lengthMs, double speechDbfs, long seed) {
    this.random = new Random(seed);
    this.speechDbfs = speechDbfs;
    this.caller = new double[lengthMs * MS];
    this.heard = new double[lengthMs * MS];
    this.callerVoice = new PlantedVoice(random);
    this.heardVoice = new PlantedVoice(random);
  }

  /** Turns with gaps between 40 ms and 3 s, none on a round sample, until the call is full. */
  List<Stretch> exchanges() {
    List<Stretch> gaps = new ArrayList<>();
    heardVoice.speak(heard, 4_003, 12_345, speechDbfs);
    at = 12_345;
    while (at < caller.length - 12_000 * MS) {
      int from = at + between(300, 900);
      int stop = from + between(600, 2_500);
      int gap = between(40, 3_000);
      callerVoice.speak(caller, from, stop, speechDbfs);
      gaps.add(new Stretch(stop, stop + gap));
      at = stop + gap + between(800, 3_000);
      heardVoice.speak(heard, stop + gap, at, speechDbfs);
    }
    return gaps;
  }

  /**
   * The caller breaks in; the other voice ducks by 12 dB and then stops, both on frames' edges as a
   * player does it. Answers for each the onset, the duck and the stop.
   */
  List<long[]> bargeIns(boolean duck) {
    List<long[]> planted = new ArrayList<>();
    at = 4_000;
    while (at < caller.length - 12_000 * MS) {
      int onset = at + between(1_200, 2_500);
      int ducked = frame(onset + between(60, 300));
      int stop = frame(ducked + between(200, 700));
      double[] voice = new double[heard.length];
      heardVoice.speak(voice, at, stop + 2_000 * MS, speechDbfs);
      for (int i = at; i < stop; i++) {
        heard[i] += voice[i] * (duck && i >= ducked ? 0.25 : 1);
      }
      int end = onset + between(900, 2_000);
      callerVoice.speak(caller, onset, end, speechDbfs);
      planted.add(LongStream.of(onset, ducked, stop).toArray());
      at = frame(Math.max(end, stop) + between(900, 1_500));
    }
    return planted;
  }

  /** Speech with holes of one to five frames. */
  List<Stretch> holes() {
    List<Stretch> holes = new ArrayList<>();
    heardVoice.speak(heard, 4_003, heard.length - 4_000, speechDbfs);
    for (int from = 16_000; from < heard.length - 16_000; from += frame(between(900, 2_500))) {
      int begin = frame(from);
      Stretch hole = new Stretch(begin, begin + FRAME * (1 + random.nextInt(5)));
      for (int i = begin; i < hole.toSample(); i++) {
        heard[i] = 0;
      }
      holes.add(hole);
    }
    return holes;
  }

  /** Utterances of which every second has lost 60 to 200 ms of its start. */
  List<Stretch> clippedStarts() {
    List<Stretch> clipped = new ArrayList<>();
    at = 8_000;
    for (int number = 0; at < heard.length - 6_000 * MS; number++) {
      int from = frame(at);
      int end = from + between(900, 2_000);
      heardVoice.speak(heard, from, end, speechDbfs);
      if (number % 2 == 0) {
        int cut = from + FRAME * (3 + random.nextInt(8));
        for (int i = from; i < cut; i++) {
          heard[i] = 0;
        }
        clipped.add(new Stretch(cut, cut + 40));
      }
      at = end + between(600, 1_500);
    }
    return clipped;
  }

  /** Noise on both sides, {@code snrDb} below the voices. */
  void noise(PlantedNoise noise, double snrDb) {
    noise.add(caller, speechDbfs - snrDb, random);
    noise.add(heard, speechDbfs - snrDb, random);
  }

  /** What is measured, after μ-law. */
  RecordingReport report() {
    return RecordingReport.of(coded(caller), coded(heard), java.util.Optional.empty());
  }

  static short[] coded(double[] channel) {
    short[] samples = new short[channel.length];
    for (int i = 0; i < channel.length; i++) {
      short clipped = (short) Math.max(-32_768, Math.min(32_767, Math.round(channel[i])));
      samples[i] = Loudness.linear(MuLaw.encode(clipped));
    }
    return samples;
  }

  private int between(int leastMs, int mostMs) {
    return leastMs * MS + random.nextInt((mostMs - leastMs) * MS);
  }

  private static int frame(int sample) {
    return sample / FRAME * FRAME;
  }
}
