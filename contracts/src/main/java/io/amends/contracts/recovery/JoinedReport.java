package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Channel;
import io.amends.contracts.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The same thing told once more: by somebody else, or by another way.
 *
 * @param told the complaint, under whose number it is found here
 * @param source which system told us
 * @param detectedAt when it became known that way
 * @param textId where its words lie in {@code personal.texts.v1}
 * @param open whether it stands in public
 */
public record JoinedReport(
    CaseRef told,
    String source,
    Channel channel,
    Origin origin,
    Instant detectedAt,
    @Nullable String textId,
    @JsonProperty("public") boolean open) {}
