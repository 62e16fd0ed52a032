package io.amends.contracts.topics;

import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.inbound.ReferenceSent;

/** What a foreign system may write to us; one topic for each kind and source. */
public enum InboundKind {
  COMPLAINTS("complaints", ComplaintReported.class),
  INTERACTIONS("interactions", InteractionReported.class),
  UPDATES("updates", RecoveryUpdated.class),
  REFERENCE("reference", ReferenceSent.class);

  private final String word;
  private final Class<? extends Record> body;

  InboundKind(String word, Class<? extends Record> body) {
    this.word = word;
    this.body = body;
  }

  /** As it stands in the topic's name. */
  public String word() {
    return word;
  }

  /** What lies in the topic. */
  public Class<? extends Record> body() {
    return body;
  }
}
