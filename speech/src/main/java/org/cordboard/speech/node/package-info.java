/**
 * Speech on other machines. A speech node is a process that hears and speaks for gateways over gRPC
 * ({@code speech.proto}); its client stands behind the same ports as an engine in this process.
 *
 * <p>The client keeps one connection to every node, on which the node reports its load several
 * times a second: a stream goes to the node with the most room, and a node that is silent for a
 * second counts as dead. Each stream remembers the audio and marks of every utterance whose words
 * are not known yet ({@code ReplayLog}); when its node dies, drains or fails, the stream moves to
 * another, which is told all of that again, so no word is lost and every utterance still has
 * exactly one final or failure. An utterance that has cost two nodes is given up, lest it cost all
 * of them. Speech that had begun to sound goes on at the sample where it was cut only when another
 * node has the same, repeatable voice; otherwise the synthesis fails, and what was delivered
 * counts.
 *
 * <p>Nothing else in speech knows Vert.x; the code of {@code wire} is generated.
 */
@NullMarked
package org.cordboard.speech.node;

import org.jspecify.annotations.NullMarked;
