package io.amends.notification.sms;

import io.amends.kit.clock.HotelClock;
import io.amends.notification.channel.AllAtOnce;
import io.amends.notification.channel.Carrier;
import io.amends.notification.channel.RetryAfter;
import io.amends.notification.email.Letters;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.context.NoSuchMessageException;

/**
 * Asks a gateway to send short messages. Whether gateways drop repeats nobody knows, so what broke
 * off after it was asked is unclear, and the policy says what follows.
 */
public final class SmsCarrier implements Carrier, AutoCloseable {

  /** Ours, in bytes: answers say yes or no. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  /** Where no gateway is named: what was ordered before it was taken away waits, and fails. */
  public static final Carrier NO_GATEWAY =
      parcels ->
          parcels.stream().<Carried>map(_ -> new Carried.Later("NO_SMS_GATEWAY", true)).toList();

  private final SmsGateway gateway;
  private final Letters letters;
  private final HotelClock clock;
  private final HttpClient client;
  private final AllAtOnce threads = new AllAtOnce();

  public SmsCarrier(SmsGateway gateway, Letters letters, HotelClock clock) {
    this.gateway = gateway;
    this.letters = letters;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(gateway.patience().dividedBy(2)) // what never came there is not unclear
            .build();
  }

  @Override
  public List<Carried> carry(List<Parcel> parcels) {
    return threads.carry(parcels, this::carry);
  }

  private Carried carry(Parcel parcel) throws InterruptedException {
    HttpRequest request;
    try {
      request = request(parcel);
    } catch (NoSuchMessageException | IllegalArgumentException _) {
      return new Carried.Never("WORDS_MISSING");
    }
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER));
    try {
      return answered(call.get(gateway.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      call.cancel(true);
      return new Carried.Unclear();
    } catch (ExecutionException failure) {
      return switch (failure.getCause()) {
        case ConnectException _, HttpConnectTimeoutException _, SSLHandshakeException _ ->
            new Carried.Later("SMS_GATEWAY_UNREACHABLE"); // nothing was sent yet
        case null, default -> new Carried.Unclear();
      };
    }
  }

  private HttpRequest request(Parcel parcel) {
    String id = parcel.draft().message().messageId();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.url())
            .header("Content-Type", gateway.contentType())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    gateway.body(parcel.to().to(), letters.brief(parcel.draft()), id)));
    int colon = gateway.header().indexOf(':');
    if (colon > 0) {
      request.header(
          gateway.header().substring(0, colon).strip(),
          gateway.header().substring(colon + 1).strip());
    }
    return request.build();
  }

  private Carried answered(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return gateway.accepted().matcher(answer.body()).find()
          ? new Carried.Taken("HTTP_" + status)
          : new Carried.Later("SMS_GATEWAY_SAID_NO");
    }
    return switch (status) {
      case 400, 404, 413, 422 -> new Carried.Never("SMS_GATEWAY_REFUSED_" + status);
      default ->
          new Carried.Later(
              "SMS_GATEWAY_ANSWERED_" + status,
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
