package org.cordboard.speech;

import java.time.Duration;

/**
 * How busy a recogniser is.
 *
 * @param waiting utterances accepted and not yet decoded
 * @param lag how long an utterance ended now would wait before its decode begins, estimated from
 *     recent decodes
 */
public record RecognizerLoad(int waiting, Duration lag) {
  /** An idle recogniser. */
  public static final RecognizerLoad IDLE = new RecognizerLoad(0, Duration.ZERO);
}
