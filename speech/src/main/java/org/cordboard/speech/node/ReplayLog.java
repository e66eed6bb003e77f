package org.cordboard.speech.node;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.node.wire.Audio;
import org.cordboard.speech.node.wire.Edge;
import org.cordboard.speech.node.wire.Expect;
import org.cordboard.speech.node.wire.Expectation;
import org.cordboard.speech.node.wire.Mark;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a node must be told of a stream, in the order of the call: frames and marks. It keeps
 * everything since shortly before the oldest utterance whose words are not known, in silence the
 * last moments only; a cursor says how far the present node has been told, and {@link #rewind} puts
 * it back for the next one. Pure; one stream of one thread.
 */
final class ReplayLog {
  private static final int BEFORE_SAMPLES = 4_000; // 0.5 s: a decoder likes to hear the onset
  private static final int SILENCE_SAMPLES = 12_000; // 1.5 s: a start may lie a second back
  static final int MOST_CHUNK_FRAMES = 50; // 1 s in one message

  /** One entry: a frame, or a request that is sent as it stands. */
  private record Item(@Nullable AudioFrame frame, @Nullable RecognizeRequest mark) {}

  /** What is known of an utterance without words. */
  private static final class Utterance {
    final long startSample;
    boolean ended;

    Utterance(long startSample) {
      this.startSample = startSample;
    }
  }

  private final int mostFrames;
  private final List<Item> items = new ArrayList<>();
  private final Map<Long, Utterance> unresolved = new LinkedHashMap<>();
  private Expectation before = Expectation.FREE; // what was expected when the first item came
  private int cursor;
  private int frames;
  private long end;
  private long dropped;

  /** A log of at most {@code mostFrames} frames: beyond it the oldest go, and are counted. */
  ReplayLog(int mostFrames) {
    this.mostFrames = mostFrames;
  }

  void accept(AudioFrame frame) {
    items.add(new Item(frame, null));
    frames++;
    end = frame.endSample();
    if (frames > mostFrames) {
      dropOldestFrame();
    }
    trim();
  }

  /** Speech has started; an utterance that has not ended is given up, as engines do. */
  void started(long utterance, long startSample) {
    for (long open : List.copyOf(unresolved.keySet())) {
      Utterance given = unresolved.get(open);
      if (given != null && !given.ended) {
        resolved(open);
      }
    }
    unresolved.put(utterance, new Utterance(startSample));
    mark(utterance, Edge.STARTED, startSample);
  }

  void paused(long utterance, long endSample) {
    if (open(utterance)) {
      mark(utterance, Edge.PAUSED, endSample);
    }
  }

  void resumed(long utterance) {
    if (open(utterance)) {
      mark(utterance, Edge.RESUMED, 0);
    }
  }

  /** The utterance is over; answers whether it was open. */
  boolean ended(long utterance, long endSample) {
    Utterance known = unresolved.get(utterance);
    if (known == null || known.ended) {
      return false;
    }
    known.ended = true;
    mark(utterance, Edge.ENDED, endSample);
    return true;
  }

  void expect(Expectation expectation) {
    Expect expect = Expect.newBuilder().setExpectation(expectation).build();
    items.add(new Item(null, RecognizeRequest.newBuilder().setExpect(expect).build()));
    trim();
  }

  private void mark(long utterance, Edge edge, long sample) {
    Mark mark = Mark.newBuilder().setUtterance(utterance).setEdge(edge).setSample(sample).build();
    items.add(new Item(null, RecognizeRequest.newBuilder().setMark(mark).build()));
  }

  /** Its words are known, or nobody will ever know them: nothing of it is kept. */
  void resolved(long utterance) {
    if (unresolved.remove(utterance) == null) {
      return;
    }
    remove(mark -> mark.getUtterance() == utterance);
    trim();
  }

  /** Whether words are still owed for it. */
  boolean owes(long utterance) {
    return unresolved.containsKey(utterance);
  }

  /** Whether it has ended and words are still owed for it. */
  boolean awaits(long utterance) {
    Utterance known = unresolved.get(utterance);
    return known != null && known.ended;
  }

  /** Whether it has begun and not ended. */
  boolean open(long utterance) {
    Utterance known = unresolved.get(utterance);
    return known != null && !known.ended;
  }

  /** Utterances without words, oldest first. */
  List<Long> unresolved() {
    return List.copyOf(unresolved.keySet());
  }

  /** Utterances that have ended and have no words, oldest first. */
  List<Long> awaited() {
    return unresolved.keySet().stream().filter(this::awaits).toList();
  }

  /** What is expected where the next node begins. */
  Expectation expectation() {
    return before;
  }

  /** Frames that were let go unheard, since the beginning. */
  long dropped() {
    return dropped;
  }

  /** Frames held. */
  int frames() {
    return frames;
  }

  /** What to tell the node next, if anything; frames in a row go together. */
  @Nullable RecognizeRequest next() {
    if (cursor >= items.size()) {
      return null;
    }
    Item first = items.get(cursor);
    AudioFrame frame = first.frame();
    if (frame == null) {
      cursor++;
      return first.mark();
    }
    long startSample = frame.startSample();
    long at = startSample;
    List<ByteString> parts = new ArrayList<>(1);
    while (frame != null && frame.startSample() == at && parts.size() < MOST_CHUNK_FRAMES) {
      parts.add(ByteString.copyFrom(frame.bytes()));
      at = frame.endSample();
      cursor++;
      frame = cursor < items.size() ? items.get(cursor).frame() : null;
    }
    Audio audio =
        Audio.newBuilder()
            .setStartSample(startSample)
            .setMulaw(parts.size() == 1 ? parts.get(0) : ByteString.copyFrom(parts))
            .build();
    return RecognizeRequest.newBuilder().setAudio(audio).build();
  }

  /** Starts again from the beginning, for another node; pauses that are over are left out. */
  void rewind() {
    Set<Long> settled = new HashSet<>();
    for (int i = items.size() - 1; i >= 0; i--) {
      RecognizeRequest request = items.get(i).mark();
      if (request == null || !request.hasMark()) {
        continue;
      }
      Mark mark = request.getMark();
      boolean pause = mark.getEdge() == Edge.PAUSED || mark.getEdge() == Edge.RESUMED;
      if (pause && (!settled.add(mark.getUtterance()) || mark.getEdge() == Edge.RESUMED)) {
        items.remove(i);
      }
    }
    cursor = 0;
  }

  private void remove(java.util.function.Predicate<Mark> unwanted) {
    int at = 0;
    for (Iterator<Item> each = items.iterator(); each.hasNext(); ) {
      RecognizeRequest request = each.next().mark();
      if (request != null && request.hasMark() && unwanted.test(request.getMark())) {
        each.remove();
        if (at < cursor) {
          cursor--;
        }
      } else {
        at++;
      }
    }
  }

  private void dropOldestFrame() {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).frame() != null) {
        items.remove(i);
        frames--;
        if (i < cursor) {
          cursor--;
        } else {
          dropped++;
        }
        return;
      }
    }
  }

  /** Lets go of what no node will be asked about. */
  private void trim() {
    long keepFrom = end - SILENCE_SAMPLES;
    for (Utterance each : unresolved.values()) {
      keepFrom = Math.min(keepFrom, each.startSample - BEFORE_SAMPLES);
    }
    int drop = 0;
    while (drop < items.size() && forgettable(items.get(drop), keepFrom)) {
      drop++;
    }
    if (drop > 0) {
      items.subList(0, drop).clear();
      cursor = Math.max(0, cursor - drop);
    }
  }

  private boolean forgettable(Item item, long keepFrom) {
    AudioFrame frame = item.frame();
    if (frame != null) {
      boolean old = frame.endSample() <= keepFrom;
      frames -= old ? 1 : 0;
      return old;
    }
    RecognizeRequest request = item.mark();
    if (request != null && request.hasExpect()) {
      before = request.getExpect().getExpectation();
      return true;
    }
    return false;
  }
}
