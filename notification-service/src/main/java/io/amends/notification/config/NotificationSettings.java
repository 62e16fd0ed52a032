package io.amends.notification.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service is told.
 *
 * @param deskUrl where staff reach the desk, without a slash at the end
 * @param guestUrl where guests reach the door, without a slash at the end
 * @param from whom mails come from
 * @param mailConnections to the mail server at once
 */
@ConfigurationProperties("amends.notification")
record NotificationSettings(
    @DefaultValue("http://localhost:8085") String deskUrl,
    @DefaultValue("http://localhost:8081") String guestUrl,
    @DefaultValue("care@amends.example") String from,
    @DefaultValue("4") int mailConnections) {}
