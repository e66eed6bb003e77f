package org.cordboard.dialog.privacy;

/** A stretch of a text that is to be replaced by {@code marker}. */
record Span(int start, int end, String marker) {
  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
