package org.cordboard.speech.freetts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs after the other processors of a voice and notes when each token of the text begins. */
final class WordTimes implements UtteranceProcessor {
  private final List<Start> starts = new ArrayList<>();
  private double offset;

  /** A token and the second, of unbent audio, at which it begins. */
  record Start(String token, double second) {}

  /** The tokens since the last call, in order. */
  synchronized List<Start> take() {
    List<Start> taken = List.copyOf(starts);
    starts.clear();
    offset = 0;
    return taken;
  }

  @Override
  public synchronized void processUtterance(Utterance utterance) {
    @Nullable Relation tokens = utterance.getRelation(Relation.TOKEN);
    for (Item token = tokens == null ? null : tokens.getHead();
        token != null;
        token = token.getNext()) {
      Item segment = firstSegment(token);
      if (segment != null) {
        Item before = segment.getPrevious();
        double from = before == null ? 0 : end(before);
        starts.add(new Start(token.toString(), offset + from));
      }
    }
    @Nullable Relation segments = utterance.getRelation(Relation.SEGMENT);
    Item last = segments == null ? null : segments.getTail();
    offset += last == null ? 0 : end(last);
  }

  private static @Nullable Item firstSegment(Item token) {
    for (Item word = token.getDaughter(); word != null; word = word.getNext()) {
      Item structure = word.getItemAs(Relation.SYLLABLE_STRUCTURE);
      Item syllable = structure == null ? null : structure.getDaughter();
      Item segment = syllable == null ? null : syllable.getDaughter();
      if (segment != null) {
        return segment.getItemAs(Relation.SEGMENT);
      }
    }
    return null;
  }

  private static double end(Item segment) {
    return segment.getFeatures().isPresent("end") ? segment.getFeatures().getFloat("end") : 0;
  }

  @Override
  public String toString() {
    return "WordTimes";
  }
}
