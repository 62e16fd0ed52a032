package io.amends.kit.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told.
 *
 * @param prefix stands before every topic, application id, group and transactional id
 * @param service the module's name
 * @param endpoint {@code host:port} at which other instances reach this one
 * @param clockFile if set, time is movable and read from there: never where mails are real
 * @param linkKeys {@code id:base64} pairs with commas between, the newest first
 * @param publishPlaces records an HTTP edge may have under way at once
 * @param publishWithin how long an HTTP edge waits for the broker
 */
@ConfigurationProperties("amends")
public record KitSettings(
    @DefaultValue("") String prefix,
    String service,
    String endpoint,
    @Nullable Path clockFile,
    String linkKeys,
    @DefaultValue("1000") int publishPlaces,
    @DefaultValue("4s") Duration publishWithin) {}
