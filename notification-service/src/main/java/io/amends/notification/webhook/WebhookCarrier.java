package io.amends.notification.webhook;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.notification.channel.AllAtOnce;
import io.amends.notification.channel.Carrier;
import io.amends.notification.channel.RetryAfter;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.HandingOver;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Delivers to other systems, all of a round at once. A repeat has the same id and the same body, so
 * whatever is not clear is tried again.
 */
public final class WebhookCarrier implements Carrier, AutoCloseable {

  /** A message's own id, hashed: it fits a header whatever staff ids look like. */
  static final String ID = "webhook-id";

  /** When this attempt was made: seconds since 1970, real time. */
  static final String TIMESTAMP = "webhook-timestamp";

  static final String SIGNATURE = "webhook-signature";

  private final HttpClient client;
  private final WebhookSecrets secrets;
  private final TapLinks taps;
  private final Duration patience;
  private final HotelClock clock;
  private final AllAtOnce threads = new AllAtOnce();

  /**
   * Prepares it.
   *
   * @param secrets {@code name:secret} pairs with commas between
   * @param patience from the first byte of the request to the last of the answer's head
   */
  public WebhookCarrier(String secrets, TapLinks taps, Duration patience, HotelClock clock) {
    this.secrets = new WebhookSecrets(secrets);
    this.taps = taps;
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER) // a signed body goes where it was meant for
            .connectTimeout(patience)
            .build();
  }

  @Override
  public List<Carried> carry(List<Parcel> parcels) {
    return threads.carry(parcels, this::carry);
  }

  private Carried carry(Parcel parcel) throws InterruptedException {
    Draft draft = parcel.draft();
    String webhook = draft.get(Draft.WEBHOOK);
    if (!secrets.knows(webhook)) {
      return new Carried.Never("WEBHOOK_HAS_NO_SECRET");
    }
    CompletableFuture<HttpResponse<Void>> call =
        client.sendAsync(request(parcel, webhook), HttpResponse.BodyHandlers.discarding());
    try {
      return answered(call.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      call.cancel(true);
      return new Carried.Later("WEBHOOK_TIMED_OUT");
    } catch (ExecutionException failure) {
      return new Carried.Later(
          failure.getCause() instanceof ConnectException
              ? "WEBHOOK_UNREACHABLE"
              : "WEBHOOK_BROKE_OFF");
    }
  }

  private HttpRequest request(Parcel parcel, String webhook) {
    Draft draft = parcel.draft();
    String id = id(draft.message().messageId());
    byte[] body = Json.bytes(Body.of(draft, () -> taps.of(draft)));
    long timestamp = clock.real().getEpochSecond();
    return HttpRequest.newBuilder(URI.create(parcel.to().to()))
        .header("Content-Type", "application/json")
        .header("User-Agent", "amends")
        .header(ID, id)
        .header(TIMESTAMP, Long.toString(timestamp))
        .header(SIGNATURE, secrets.sign(webhook, id, timestamp, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  /** The same on every attempt and every replay. */
  static String id(String messageId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", impossible);
    }
  }

  /** What will not get better by itself is not tried again; a person may redrive it. */
  private Carried answered(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    return switch (status) {
      case 202 -> new Carried.Taken(HandingOver.PENDING);
      case 400, 410, 413, 415, 422 -> new Carried.Never("WEBHOOK_REFUSED_" + status);
      default ->
          status >= 200 && status < 300
              ? new Carried.Taken("HTTP_" + status)
              : new Carried.Later(
                  "WEBHOOK_ANSWERED_" + status,
                  false,
                  RetryAfter.of(answer.headers(), clock.real()));
    };
  }

  @Override
  public void close() {
    threads.close();
    client.close();
  }
}
