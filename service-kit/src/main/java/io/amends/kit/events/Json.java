package io.amends.kit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.Version;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the house reads and writes JSON: what is absent is left out, what is unknown is tolerated,
 * and no document is deeper or longer than any honest one.
 */
public final class Json {

  /** Ours: the deepest document of the contract has five levels, the policy eight. */
  private static final int DEEPEST = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(40)
                          .maxStringLength(1_000_000)
                          .build())
                  .build())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(new Records())
          .build();

  private Json() {}

  private static final class Records extends JacksonModule {

    @Override
    public String getModuleName() {
      return "records";
    }

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
      context.addValueInstantiators(new RecordConstructors());
    }
  }

  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads a value that a service of ours wrote.
   *
   * @throws tools.jackson.core.JacksonException if it is not one
   * @throws DateTimeException if a time in it is not one
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return MAPPER.readValue(body, type);
  }
}
