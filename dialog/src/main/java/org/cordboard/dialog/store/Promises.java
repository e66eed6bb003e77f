package org.cordboard.dialog.store;

import java.util.List;

/**
 * The work list of what is owed to callers. Outlives calls. Blocking: for workers, never a loop.
 */
public interface Promises {

  /** Makes a promise; does nothing when one of that id exists. */
  void make(Promise promise);

  /** Promises not yet kept, the one that lapses first in front. */
  List<Promise> open();

  /** Marks the promise as kept; false when there is none of that id. */
  boolean keep(String id);
}
