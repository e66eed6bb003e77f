package org.cordboard.sim.party;

import java.util.regex.Pattern;

/**
 * What a person answers whenever they are asked something: the way a conversation follows its
 * effects and not one exact path.
 *
 * @param line where it stands in the scenario file; two answers of a script differ in it
 * @param when found in what was heard, as {@link Words#plain} writes it
 * @param reply what is said then
 * @param times how often it is used in a call, so that two machines cannot go round for ever
 */
public record Answer(int line, Pattern when, Utterance reply, int times) {}
