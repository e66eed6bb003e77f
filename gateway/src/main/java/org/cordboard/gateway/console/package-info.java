/**
 * What supervisors see: live calls and transcripts, as a page and as a feed.
 *
 * <p><b>The feed's messages</b> ({@code GET /api/feed}, server-sent events, one JSON object each;
 * {@code ?call=ID} for one call only):
 *
 * <ul>
 *   <li>{@code {"type":"snapshot","at":…,"calls":[summary…]}}, first, and again after a reconnect
 *   <li>{@code {"type":"started","call":…,"seq":n,"summary":…}}
 *   <li>{@code {"type":"phase","call":…,"seq":n,"phase":"CONVERSING","summary":…}}
 *   <li>{@code {"type":"floor","call":…,"seq":n,"floor":"LISTENING"}}
 *   <li>{@code {"type":"entry","call":…,"seq":n,"entry":{"sequence","at","type","version","body"},
 *       "summary":…}}
 *   <li>{@code {"type":"partial","call":…,"seq":n,"who":"caller","text":…}}: replaces the one
 *       before; empty text or the speaker's next entry ends it
 *   <li>{@code {"type":"reply","call":…,"seq":n,"ms":640,"summary":…}}
 *   <li>{@code {"type":"ended","call":…,"seq":n,"outcome":…,"summary":…}}
 *   <li>{@code {"type":"lost","count":n}}: this watcher was too slow; read again what is shown
 * </ul>
 *
 * <p>{@code seq} counts a call's messages from 1 without gaps. A summary has {@code call, seq, to,
 * startedAt, endedAt, phase, floor, risk (0–100), riskReasons, mood, trend (anger by turn, 0–1),
 * intent, topic, turns, lastWho (caller, ai, person), lastText, lastAt, activeAt (the last sign of
 * life), rule, effect, transfer, offer, agent, degraded, outcome, replyMs}; times are ISO 8601,
 * unknown texts are empty.
 *
 * <p><b>REST</b>: {@code GET /api/calls} (live, riskiest first), {@code /api/calls/{id}} (summary,
 * all ledger entries, partials, reply times, recordings; live or ended), {@code
 * /api/calls/{id}/recording?part=1} (WAV), {@code /api/ended}.
 *
 * <p>Entries are read by type and field name. Beside the dialog's and handoff's events these of the
 * call itself are understood: {@code PersonSaid}, {@code Replied}, {@code SpokenOver}, {@code
 * RecordingStarted}, {@code CallEnded}; others are listed as they are.
 */
@NullMarked
package org.cordboard.gateway.console;

import org.jspecify.annotations.NullMarked;
