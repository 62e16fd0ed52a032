package io.amends.desk.config;

import io.amends.desk.people.Readers;
import io.amends.desk.words.ReaderLanguage;
import io.amends.kit.words.Bundles;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.http.CacheControl;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** How pages are made: who reads, in which language, in which threads. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

  /**
   * Pages wait for the database in native code, which would hold a virtual thread's carrier: they
   * get threads of their own, two per reading connection.
   */
  private static final int THREADS = 8;

  @Bean
  WebFluxConfigurer pages(ServerOAuth2AuthorizedClientRepository clients) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new Readers(clients));
      }

      @Override
      public void configureBlockingExecution(BlockingExecutionConfigurer blocking) {
        blocking.setExecutor(
            new TaskExecutorAdapter(
                Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().name("page-", 1).daemon().factory())));
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)));
      }
    };
  }

  @Bean
  LocaleContextResolver localeContextResolver() {
    return new ReaderLanguage();
  }

  @Bean
  MessageSource messageSource() {
    return Bundles.of("hotel", "desk");
  }
}
