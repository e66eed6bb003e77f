package org.cordboard.speech.audio;

/**
 * The audio of a WAV file.
 *
 * @param sampleRateHz samples a second and channel
 * @param channels the channels, each as 16-bit samples, all of the same length
 */
@SuppressWarnings("ArrayRecordComponent") // whole files: copying them buys nothing
public record WavAudio(int sampleRateHz, short[][] channels) {
  /** Checks that the channels belong together. */
  public WavAudio {
    if (sampleRateHz <= 0 || channels.length == 0) {
      throw new IllegalArgumentException("audio needs a positive sample rate and a channel");
    }
    for (short[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException("all channels must be of one length");
      }
    }
  }

  /** Samples in each channel. */
  public int length() {
    return channels[0].length;
  }

  /** One channel: the average of all. */
  public short[] mono() {
    if (channels.length == 1) {
      return channels[0];
    }
    short[] mixed = new short[length()];
    for (int i = 0; i < mixed.length; i++) {
      int sum = 0;
      for (short[] channel : channels) {
        sum += channel[i];
      }
      mixed[i] = Pcm.clip((double) sum / channels.length);
    }
    return mixed;
  }
}
