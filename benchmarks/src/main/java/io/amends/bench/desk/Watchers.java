package io.amends.bench.desk;

import io.amends.bench.figures.Percentiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open pages that listen: each hears of each case, and how long that took is kept. */
final class Watchers implements AutoCloseable {

  private static final Pattern CASE = Pattern.compile("live-\\d+");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final Percentiles seen = new Percentiles();
  private final AtomicInteger listening = new AtomicInteger();

  Watchers(String desk, String token, int number) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(desk + "/api/live"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    for (int i = 0; i < number; i++) {
      var _ = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines()));
    }
  }

  int listening() {
    return listening.get();
  }

  /**
   * A case is told of.
   *
   * @param at when it was to be told, in nanoseconds of {@link System#nanoTime}: who writes late
   *     has kept a page waiting all the same
   */
  void sent(String caseId, long at) {
    sentAt.put(caseId, at);
  }

  synchronized long count() {
    return seen.count();
  }

  synchronized double p99() {
    return seen.at(99);
  }

  /** Each page counts the first time that it hears of a case. */
  private synchronized void hear(String line, Set<String> heard) {
    long now = System.nanoTime();
    Matcher found = CASE.matcher(line);
    while (found.find()) {
      Long sent = sentAt.get(found.group());
      if (sent != null && heard.add(found.group())) {
        seen.add((now - sent) / 1_000_000);
      }
    }
  }

  /** One page. */
  private final class Lines implements Flow.Subscriber<String> {

    private final Set<String> heard = new HashSet<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      listening.incrementAndGet();
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      hear(line, heard);
    }

    @Override
    public void onError(Throwable failure) {
      listening.decrementAndGet();
    }

    @Override
    public void onComplete() {
      listening.decrementAndGet();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
