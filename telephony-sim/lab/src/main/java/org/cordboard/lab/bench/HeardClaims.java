package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.ledger.LedgerEntry;

/**
 * What the ledger says was heard of prompts that were cut off, against what the carrier played: the
 * scripted voice's words are read back from the recording. The voice numbers its utterances as the
 * dialog does its prompts, from 1.
 *
 * @param claims how many prompts were cut off
 * @param withinOne of them, those whose last word is right or one short
 * @param tooMuch of them, those that claim a word that was not played to its end
 */
record HeardClaims(int claims, int withinOne, int tooMuch) {
  static HeardClaims of(PlayedWords heard, List<LedgerEntry> ledger) {
    Map<Integer, Integer> words = heard.lastWords();
    int claims = 0;
    int within = 0;
    int tooMuch = 0;
    for (LedgerEntry entry : ledger) {
      if (!entry.type().equals("PromptHeard")) {
        continue;
      }
      JsonObject body = new JsonObject(entry.body());
      if (body.getBoolean("whole")) {
        continue;
      }
      String text = body.getString("text").strip();
      int claimed = text.isEmpty() ? 0 : text.split("\\s+").length;
      int played = words.getOrDefault(body.getInteger("prompt"), 0);
      claims++;
      within += Math.abs(claimed - played) <= 1 ? 1 : 0;
      tooMuch += claimed > played ? 1 : 0;
    }
    return new HeardClaims(claims, within, tooMuch);
  }

  HeardClaims plus(HeardClaims other) {
    return new HeardClaims(
        claims + other.claims, withinOne + other.withinOne, tooMuch + other.tooMuch);
  }
}
