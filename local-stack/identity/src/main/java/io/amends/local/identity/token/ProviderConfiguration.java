package io.amends.local.identity.token;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.amends.local.identity.LocalSettings;
import io.amends.local.identity.Person;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The OpenID provider: whom it knows, what it signs with, and what is open to whom. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain provider(HttpSecurity http) {
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(userInfo -> userInfo.jwt(withDefaults()))
        .cors(withDefaults())
        .exceptionHandling(
            unauthenticated ->
                unauthenticated.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), browsers()))
        .build();
  }

  /**
   * Mails and health are open to whoever reaches the loopback address; the rest asks to sign in.
   */
  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", "/login", "/error", "/mails/**", "/api/mails/**")
                    .permitAll()
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/api/mails/**"))
        .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
        .formLogin(form -> form.loginPage("/login").failureUrl("/login?error"))
        .build();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(LocalSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(LocalSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.state())));
  }

  @Bean
  RegisteredClientRepository clients(LocalSettings settings) {
    return new Clients(settings);
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new LatestAuthorizations();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(LocalSettings settings) {
    return new Claims(new Holders(settings.people()));
  }

  @Bean
  PasswordEncoder secrets() {
    return new PlainSecrets();
  }

  @Bean
  UserDetailsService users(LocalSettings settings) {
    return new InMemoryUserDetailsManager(
        settings.people().stream().map(ProviderConfiguration::user).toList());
  }

  /** The desk's pages may ask for a token from the browser. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(LocalSettings settings) {
    CorsConfiguration desk = new CorsConfiguration();
    desk.setAllowedOrigins(List.of(settings.desk()));
    desk.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
    desk.addAllowedHeader(CorsConfiguration.ALL);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", desk);
    return source;
  }

  private static UserDetails user(Person person) {
    return User.withUsername(person.id())
        .password(person.password())
        .authorities(person.roles().toArray(String[]::new))
        .build();
  }

  private static MediaTypeRequestMatcher browsers() {
    MediaTypeRequestMatcher matcher = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    matcher.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return matcher;
  }
}
