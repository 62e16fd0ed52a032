package io.amends.desk.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the desk is told.
 *
 * @param orchestratorUrl where commands go and cases are read, without a slash at the end
 */
@ConfigurationProperties("amends.desk")
record DeskSettings(@DefaultValue("http://localhost:8082") String orchestratorUrl) {}
