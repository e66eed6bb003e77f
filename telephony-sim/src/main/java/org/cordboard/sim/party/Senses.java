package org.cordboard.sim.party;

import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;

/**
 * What simulated people speak and hear with, shared by all of a process.
 *
 * @param loop the simulator's loop, on which the carrier calls its parties
 * @param synthesizer the voices
 * @param recognizer understands what is heard
 * @param ear how people listen
 */
public record Senses(
    Loop loop, SpeechSynthesizer synthesizer, SpeechRecognizer recognizer, EarSettings ear) {}
