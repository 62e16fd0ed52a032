package io.amends.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A browser without eyes: it keeps the session, accepts pages and follows no redirect by itself.
 */
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();

  /** Not a CookieManager: that one sends none to a host without a dot. */
  private String session = "";

  HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html,*/*"));
  }

  HttpResponse<String> postForm(String url, String form) throws IOException, InterruptedException {
    return send(form(url, form));
  }

  HttpResponse<String> postForm(String url, String form, String user, String secret)
      throws IOException, InterruptedException {
    byte[] credentials = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return send(
        form(url, form)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
  }

  private static HttpRequest.Builder form(String url, String form) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!session.isEmpty()) {
      request.header("Cookie", session);
    }
    HttpResponse<String> answer =
        client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> session = cookie.substring(0, cookie.indexOf(';')));
    return answer;
  }
}
