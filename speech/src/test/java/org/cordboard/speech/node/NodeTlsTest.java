package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes of nodes and gateways over real sockets, with certificates of their own. */
class NodeTlsTest extends NodesOnSockets {
  private static Identity node;
  private static Identity gateway;
  private static Identity elsewhere; // a node's, of another machine

  @BeforeAll
  static void identities(@TempDir Path folder) {
    node = Identity.make(folder, "node", "ip:127.0.0.1");
    gateway = Identity.make(folder, "gateway", "dns:gateway");
    elsewhere = Identity.make(folder, "elsewhere", "dns:elsewhere");
  }

  @Test
  void whoTrustsTheNodesCertificateIsHeard() throws Exception {
    served(node(node.shown()), node.trusted());
  }

  @Test
  void whoDoesNotTrustItSendsNothing() throws Exception {
    refused(node(node.shown()), gateway.trusted());
  }

  @Test
  void whoTrustsItForAnotherMachineSendsNothing() throws Exception {
    refused(node(elsewhere.shown()), elsewhere.trusted());
  }

  @Test
  void whoSpeaksInTheClearIsNotHeard() throws Exception {
    refused(node(node.shown()), "");
  }

  @Test
  void whoSpeaksTlsToANodeInTheClearIsNotHeard() throws Exception {
    refused(node(""), node.trusted());
  }

  @Test
  void aNodeWithAuthoritiesHearsWhomTheyHaveSignedAndNobodyElse() throws Exception {
    SpeechNode careful = node(node.shown() + gateway.trusted());
    served(careful, node.trusted() + gateway.shown());
    refused(careful, node.trusted());
    refused(careful, node.trusted() + elsewhere.shown());
  }

  private void served(SpeechNode by, String tls) throws InterruptedException {
    NodeRecognizer recognizer = recognizer(tls, by.port());
    Caller caller = caller(recognizer);
    caller.utter("hello there");

    assertThat(caller.next()).isEqualTo("final 1 hello there");
    assertThat(recognizer.views()).allMatch(view -> view.report() != null);
  }

  private void refused(SpeechNode by, String tls) throws InterruptedException {
    NodeRecognizer recognizer = recognizer(tls, by.port());
    Caller caller = caller(recognizer);
    caller.utter("hello there");

    assertThat(caller.next()).startsWith("failure 1 ");
    assertThat(recognizer.views()).allMatch(view -> view.report() == null);
  }
}
