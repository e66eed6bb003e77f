package org.cordboard.dialog.model;

import java.net.URI;
import java.time.Duration;
import org.cordboard.config.Secret;

/**
 * The section {@code dialog.model}.
 *
 * @param type which model
 * @param filler silence of the model after which a filler is said
 * @param giveUp silence of the model after which the built-in one stands in
 * @param passages of documents given to the model, at most
 * @param memory messages of the call given to the model, at most
 * @param openai the endpoint, when {@code type = openai}
 * @param scripted how late and slow it is, when {@code type = scripted}
 */
public record ModelSettings(
    Type type,
    Duration filler,
    Duration giveUp,
    int passages,
    int memory,
    OpenAi openai,
    Scripted scripted) {

  /** Checks the ranges. */
  public ModelSettings {
    if (filler.isNegative() || filler.compareTo(giveUp) >= 0) {
      throw new IllegalArgumentException("filler must be shorter than give-up");
    }
    if (passages < 1 || memory < 4) {
      throw new IllegalArgumentException("passages must be at least 1 and memory at least 4");
    }
  }

  /** The models there are. */
  public enum Type {
    /** Readings, slot rules and retrieval; no network, no key. */
    BUILTIN,
    /** Any OpenAI-compatible streaming endpoint. */
    OPENAI,
    /** What the built-in one says, as late and as slowly as a model in a cloud; to measure with. */
    SCRIPTED
  }

  /**
   * An OpenAI-compatible endpoint.
   *
   * @param baseUrl up to and with the version, such as {@code https://api.openai.com/v1}
   * @param apiKey empty for endpoints that need none
   * @param model its name there
   * @param temperature 0 to 2
   * @param maxTokens of one answer
   */
  public record OpenAi(
      URI baseUrl, Secret apiKey, String model, double temperature, int maxTokens) {
    /** Checks the ranges. */
    public OpenAi {
      if (baseUrl.getScheme() == null || !baseUrl.getScheme().startsWith("http")) {
        throw new IllegalArgumentException("base-url must begin with http:// or https://");
      }
      if (temperature < 0 || temperature > 2 || maxTokens < 16) {
        throw new IllegalArgumentException(
            "temperature must lie between 0 and 2 and max-tokens be at least 16");
      }
    }
  }

  /**
   * The pace of a scripted model.
   *
   * @param firstToken from being asked to the first token
   * @param tokensPerSecond after it
   */
  public record Scripted(Duration firstToken, double tokensPerSecond) {
    private static final double SECOND_NANOS = 1e9;

    /** Checks the ranges. */
    public Scripted {
      if (firstToken.isNegative() || !(tokensPerSecond > 0)) {
        throw new IllegalArgumentException(
            "first-token must not be below 0 and tokens-per-second must be above 0");
      }
    }

    /** How long one token takes. */
    Duration token() {
      return Duration.ofNanos(Math.round(SECOND_NANOS / tokensPerSecond));
    }
  }
}
