package org.cordboard.handoff;

import java.util.List;

/** The outcome of one step: the model as it stands now, and what is to be done, in order. */
record Decision(TransferModel model, List<TransferAction> actions) {
  Decision {
    actions = List.copyOf(actions);
  }
}
