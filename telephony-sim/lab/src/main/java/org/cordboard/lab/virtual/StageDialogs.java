package org.cordboard.lab.virtual;

import org.cordboard.config.Loop;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.ledger.CallLedger;

/** Opens {@link StageDialog}s. */
final class StageDialogs implements DialogFactory {
  @Override
  public Dialog open(CallContext context, CallLedger ledger, Loop loop, DialogListener listener) {
    return new StageDialog(ledger, loop, listener);
  }

  @Override
  public String playbookVersion() {
    return "stage";
  }

  @Override
  public void close() {
    // nothing is held
  }
}
