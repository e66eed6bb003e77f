package org.cordboard.speech.file;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a recording says.
 *
 * @param file the recording
 * @param text its words; empty when nobody speaks in it
 * @param took from having read the file to having its words
 * @param audio how long the recording is
 */
public record FileTranscript(Path file, String text, Duration took, Duration audio) {}
