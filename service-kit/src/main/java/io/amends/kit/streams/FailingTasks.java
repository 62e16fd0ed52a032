package io.amends.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lets the task fail, and says nothing: {@link ThreadDeaths} tells it once. To continue would keep
 * what the processor wrote before it threw.
 */
public final class FailingTasks implements ProcessingExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // there is nothing to choose
  }
}
