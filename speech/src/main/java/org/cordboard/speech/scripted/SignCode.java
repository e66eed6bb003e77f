package org.cordboard.speech.scripted;

import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/**
 * One scripted frame: 160 samples of one magnitude whose signs are bits. 32 bits of sync, then,
 * whitened: whether it is the word's last frame (1), utterance (15), word (8), part (4), parts (4),
 * six bytes of the word in UTF-8 (48), CRC-16 of these (16); 32 bits of filler end it. Pure.
 */
final class SignCode {
  static final int SAMPLES = 160;
  static final int PART_BYTES = 6;
  static final int MOST_PARTS = 15;
  static final int SYNC = 0xA5C3_96E7;
  private static final int SYNC_BITS = 32;
  private static final int DATA_BYTES = 12;
  private static final int LEAST_MAGNITUDE = 40;
  private static final double STEADY = 0.75; // softest to loudest sample of an unmixed frame
  private static final boolean[] WHITENER = whitener();

  private SignCode() {}

  static final int MOST_UTTERANCES = 0x8000;

  /** A part of a word; {@code last} in the word's last frame. */
  @SuppressWarnings("ArrayRecordComponent") // six bytes, never shared
  record Part(boolean last, int utterance, int word, int part, int parts, byte[] text) {}

  /** The frame's μ-law, every sample of {@code magnitude}. */
  static byte[] encode(Part part, int magnitude) {
    byte[] data = new byte[DATA_BYTES];
    data[0] = (byte) ((part.last ? 0x80 : 0) | part.utterance >> 8);
    data[1] = (byte) part.utterance;
    data[2] = (byte) part.word;
    data[3] = (byte) (part.part << 4 | part.parts);
    System.arraycopy(part.text, 0, data, 4, PART_BYTES);
    int crc = crc(data, DATA_BYTES - 2);
    data[10] = (byte) (crc >> 8);
    data[11] = (byte) crc;
    byte up = MuLaw.encode((short) magnitude);
    byte down = MuLaw.encode((short) -magnitude);
    byte[] frame = new byte[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      boolean bit;
      if (i < SYNC_BITS) {
        bit = (SYNC >>> 31 - i & 1) == 1;
      } else {
        int at = i - SYNC_BITS;
        boolean value = at < 8 * DATA_BYTES && (data[at / 8] >> 7 - at % 8 & 1) == 1;
        bit = value ^ WHITENER[at];
      }
      frame[i] = bit ? up : down;
    }
    return frame;
  }

  /** What the 160 samples from {@code from} spell, or null when they are no unmixed frame. */
  static @Nullable Part decode(short[] samples, int from) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = from; i < from + SAMPLES; i++) {
      int magnitude = Math.abs(samples[i]);
      least = Math.min(least, magnitude);
      most = Math.max(most, magnitude);
    }
    if (most < LEAST_MAGNITUDE || least < STEADY * most) {
      return null;
    }
    byte[] data = new byte[DATA_BYTES];
    for (int at = 0; at < 8 * DATA_BYTES; at++) {
      boolean bit = samples[from + SYNC_BITS + at] > 0 ^ WHITENER[at];
      data[at / 8] |= (byte) (bit ? 0x80 >> at % 8 : 0);
    }
    int crc = (data[10] & 0xFF) << 8 | data[11] & 0xFF;
    if (crc != crc(data, DATA_BYTES - 2)) {
      return null;
    }
    byte[] text = new byte[PART_BYTES];
    System.arraycopy(data, 4, text, 0, PART_BYTES);
    int utterance = (data[0] & 0x7F) << 8 | data[1] & 0xFF;
    boolean last = data[0] < 0;
    return new Part(last, utterance, data[2] & 0xFF, data[3] >> 4 & 0x0F, data[3] & 0x0F, text);
  }

  /** CRC-16/CCITT-FALSE. */
  private static int crc(byte[] data, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= (data[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
    }
    return crc & 0xFFFF;
  }

  private static boolean[] whitener() {
    boolean[] bits = new boolean[SAMPLES - SYNC_BITS];
    int register = 0x1ACE; // any start but zero; x^15 + x^14 + 1
    for (int i = 0; i < bits.length; i++) {
      int bit = (register >> 14 ^ register >> 13) & 1;
      register = (register << 1 | bit) & 0x7FFF;
      bits[i] = bit == 1;
    }
    return bits;
  }
}
