package io.amends.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a process over HTTP whether it is ready to work. */
public final class HttpProbe {

  /** A process that starts on a busy machine answers late. */
  private static final int PATIENCE_MILLISECONDS = 2_000;

  private HttpProbe() {}

  /** Whether it answers 200 now. */
  public static boolean answers(URI readiness) {
    try {
      HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLISECONDS);
      connection.setReadTimeout(PATIENCE_MILLISECONDS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException _) {
      return false;
    }
  }
}
