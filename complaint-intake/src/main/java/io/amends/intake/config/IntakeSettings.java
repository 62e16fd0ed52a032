package io.amends.intake.config;

import io.amends.intake.domain.Source;
import io.amends.intake.domain.Source.Scope;
import io.amends.intake.domain.Sources;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the door is told.
 *
 * @param publicUrl where guests reach it, without a slash at the end
 * @param sources foreign systems by the names of their topics, if something is set for them
 * @param callerPerSecond how many requests of one caller a second are taken; ours: more than any
 *     one system of a chain sends, less than what hurts the others
 * @param sharedContacts addresses that are of nobody in particular, so that they tell no guest:
 *     whole ({@code desk@hotel.example}, {@code +61293744000}) or all of a domain
 *     ({@code @agency.example})
 */
@ConfigurationProperties("amends.intake")
record IntakeSettings(
    @DefaultValue("http://localhost:8081") String publicUrl,
    @DefaultValue Map<String, SourceSettings> sources,
    @DefaultValue("5000") int callerPerSecond,
    @DefaultValue Set<String> sharedContacts) {

  /**
   * How a foreign system is set up.
   *
   * @param uri its {@code ce_source}, where it is not simply its name
   * @param guestIds whether its guest ids are good in the whole chain
   * @param history whether it may say of an event that it is the past
   * @param verbs what it may report of a case
   */
  record SourceSettings(
      @Nullable String uri,
      @DefaultValue("CHAIN") Scope guestIds,
      @DefaultValue("false") boolean history,
      @DefaultValue("FIX_DONE") Set<String> verbs) {}

  Sources asSources() {
    Map<String, Source> known = new TreeMap<>();
    sources.forEach(
        (name, s) ->
            known.put(name, new Source(name, s.uri(), s.guestIds(), s.history(), s.verbs())));
    return new Sources(known);
  }
}
