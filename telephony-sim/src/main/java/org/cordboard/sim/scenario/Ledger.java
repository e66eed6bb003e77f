package org.cordboard.sim.scenario;

import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;

/** Where the ledger of a call is read, after it or while it lasts. */
public interface Ledger {

  /** All entries of a call so far, in order; none when the call is unknown. Answers on the loop. */
  void read(String callSid, Loop loop, Completion<List<LedgerLine>> then);
}
