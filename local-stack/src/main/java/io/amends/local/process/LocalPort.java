package io.amends.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of this machine's loopback address. */
public final class LocalPort {

  /** Below the ports that systems give to outgoing connections, which could take a chosen one. */
  private static final int LOWEST = 21_000;

  private static final int HIGHEST = 31_999;

  private LocalPort() {}

  /** Whether nobody listens there and one could. */
  public static boolean isFree(int port) {
    return !accepts(port) && canBeBound(port);
  }

  /** Whether somebody listens there. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** A port that is free now and not among those given. */
  public static int anyFree(Set<Integer> taken) {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
      if (!taken.contains(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean canBeBound(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
