package org.cordboard.lab.load;

import org.cordboard.config.Loop;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.ledger.CallLedger;

/** Opens conversations that say the same again and again, or nothing. */
record FrameDialogs(String says) implements DialogFactory {
  @Override
  public Dialog open(CallContext context, CallLedger ledger, Loop loop, DialogListener listener) {
    return new FrameDialog(says, listener);
  }

  @Override
  public String playbookVersion() {
    return "frame";
  }

  @Override
  public void close() {
    // nothing is held
  }
}
