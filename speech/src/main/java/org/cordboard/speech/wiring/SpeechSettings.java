package org.cordboard.speech.wiring;

import org.cordboard.config.Settings;
import org.cordboard.speech.cached.CacheSettings;
import org.cordboard.speech.models.ModelSettings;
import org.cordboard.speech.turn.BargeInSettings;
import org.cordboard.speech.turn.DinSettings;
import org.cordboard.speech.turn.EndpointingSettings;
import org.cordboard.speech.turn.VadSettings;

/**
 * The choices of section {@code speech}; the sections of the engines chosen are read when these are
 * made.
 *
 * @param recognizer which engine hears
 * @param synthesizer which engine speaks
 * @param models where model files lie
 * @param vad how voice is found
 * @param endpointing when turns end
 * @param bargeIn what becomes of a prompt that is spoken over
 * @param din noise that seems to be a voice
 * @param cache what is kept of prompts that are the same in every call
 */
public record SpeechSettings(
    Recognizer recognizer,
    Synthesizer synthesizer,
    ModelSettings models,
    VadSettings vad,
    EndpointingSettings endpointing,
    BargeInSettings bargeIn,
    DinSettings din,
    CacheSettings cache) {

  /**
   * Section {@code speech.recognizer}.
   *
   * @param type the one that is used
   * @param secondary takes over when that fails
   */
  public record Recognizer(Hearing type, Hearing secondary) {
    /** Refuses to do without. */
    public Recognizer {
      if (type == Hearing.NONE) {
        throw new IllegalArgumentException("type cannot be none: calls need a recogniser");
      }
    }
  }

  /**
   * Section {@code speech.synthesizer}.
   *
   * @param type the one that is used
   * @param secondary takes over when that fails
   */
  public record Synthesizer(Speaking type, Speaking secondary) {
    /** Refuses to do without. */
    public Synthesizer {
      if (type == Speaking.NONE || type == Speaking.AUTO) {
        throw new IllegalArgumentException(
            "type must name a voice; auto and none are for secondary");
      }
    }
  }

  /** Recognisers. */
  public enum Hearing {
    /** Vosk when it has a model, else Whisper; as secondary, Whisper below anything else. */
    AUTO,
    /** The bundled Whisper, or one set. */
    WHISPER,
    /** Vosk, with a model set or fetched. */
    VOSK,
    /** Google Speech-to-Text, with an account. */
    GOOGLE,
    /** Reads scripted speech out of the audio. */
    SCRIPTED,
    /** Speech nodes, on this machine or others. */
    NODE,
    /** As secondary: none. */
    NONE
  }

  /** Voice engines. */
  public enum Speaking {
    /** FreeTTS. */
    FREETTS,
    /** Google Text-to-Speech, with an account. */
    GOOGLE,
    /** Piper, with its library and a voice that are fetched. */
    PIPER,
    /** Flite, when it is installed. */
    FLITE,
    /** eSpeak NG, when it is installed. */
    ESPEAK_NG,
    /** Speech that only the scripted recogniser understands. */
    SCRIPTED,
    /** Speech nodes, on this machine or others. */
    NODE,
    /** As secondary: FreeTTS below anything else. */
    AUTO,
    /** As secondary: none. */
    NONE
  }

  /** Reads the section. */
  public static SpeechSettings of(Settings settings) {
    return new SpeechSettings(
        settings.bind("speech.recognizer", Recognizer.class),
        settings.bind("speech.synthesizer", Synthesizer.class),
        settings.bind("speech.models", ModelSettings.class),
        settings.bind("speech.vad", VadSettings.class),
        settings.bind("speech.endpointing", EndpointingSettings.class),
        settings.bind("speech.barge-in", BargeInSettings.class),
        settings.bind("speech.din", DinSettings.class),
        settings.bind("speech.cache", CacheSettings.class));
  }
}
