package org.cordboard.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Free TCP ports on loopback. */
public final class Ports {
  private Ports() {}

  /** {@code preferred} when nobody listens there, else any free port. */
  public static int free(int preferred) {
    return isFree(preferred) ? preferred : any();
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** A free port that the system picks: two at once do not get the same. */
  static int any() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException none) {
      throw new CommandFailure(2, "no free TCP port on this machine: " + none.getMessage());
    }
  }
}
