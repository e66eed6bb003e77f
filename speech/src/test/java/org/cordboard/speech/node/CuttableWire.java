package org.cordboard.speech.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a port that the test can cut, or hold up in both directions. */
final class CuttableWire implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean held;
  private volatile boolean refusing;

  CuttableWire(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Nothing passes any more, and no end hears of it: a frozen process, a torn cable. */
  void hold() {
    held = true;
  }

  /** Both ends are reset, and new ones too until {@link #mend}: a killed process. */
  void cut() throws IOException {
    refusing = true;
    for (Socket end : ends) {
      if (!end.isClosed()) {
        end.setSoLinger(true, 0);
        end.close();
      }
    }
    ends.clear();
  }

  void mend() {
    refusing = false;
    held = false;
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = server.accept();
      if (refusing) {
        near.close();
        continue;
      }
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      ends.add(near);
      ends.add(far);
      start("forth", () -> pass(near, far));
      start("back", () -> pass(far, near));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[16_384];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (!held) { // what is read while held is lost, as on a torn cable
        out.write(buffer, 0, count);
      }
    }
    to.close();
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                // cut, or the test is over
              }
            },
            "wire-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
