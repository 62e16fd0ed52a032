package io.amends.desk.config;

import io.amends.desk.http.CaseClient;
import io.amends.kit.security.PublicPaths;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.web.reactive.function.client.WebClient;

/** How the desk is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DeskConfiguration {

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.of("/t/**");
  }

  @Bean
  CaseClient caseClient(WebClient.Builder http, DeskSettings settings) {
    return new CaseClient(http.baseUrl(settings.orchestratorUrl()).build());
  }

  @Bean
  MessageSource messageSource() {
    ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
    words.setBasenames("classpath:words/hotel", "classpath:words/desk");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
