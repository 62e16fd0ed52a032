package io.amends.notification.channel;

import io.amends.notification.NotificationService;
import org.springframework.boot.SpringApplication;

/** The service without the safeguard that a crash is told by: so that one sees it matters. */
public final class WithoutSendingFirst {

  private WithoutSendingFirst() {}

  /** Runs as the service does. */
  public static void main(String[] arguments) {
    SpringApplication service = new SpringApplication(NotificationService.class);
    service.setMainApplicationClass(NotificationService.class); // it was wired under that name
    service.addInitializers(
        context ->
            context
                .getBeanFactory()
                .registerSingleton("safeguards", new Safeguards(/* sendingFirst= */ false)));
    service.run(arguments);
  }
}
