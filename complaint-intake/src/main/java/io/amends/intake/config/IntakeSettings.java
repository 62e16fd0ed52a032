package io.amends.intake.config;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the door is told.
 *
 * @param publicUrl where guests reach it, without a slash at the end
 * @param sources the {@code ce_source} of foreign systems, where it is not simply their name
 */
@ConfigurationProperties("amends.intake")
record IntakeSettings(
    @DefaultValue("http://localhost:8081") String publicUrl,
    @DefaultValue Map<String, String> sources) {}
