package io.amends.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The process of a service that does nothing but be ready, and tell what its environment is. */
public final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "UP"));
    server.createContext("/environment", exchange -> answer(exchange, environment()));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(FakeService::linger));
  }

  /** As a service does that has much to close. */
  private static void linger() {
    String lingers = System.getenv(Fake.LINGERS);
    try {
      boolean _ =
          new CountDownLatch(1)
              .await(lingers == null ? 0 : Long.parseLong(lingers), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String environment() {
    return System.getenv().entrySet().stream()
        .map((Map.Entry<String, String> variable) -> variable.getKey() + "=" + variable.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
