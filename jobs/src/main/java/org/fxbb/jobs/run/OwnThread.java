package org.fxbb.jobs.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on a thread that nothing else ran on before.
 *
 * <p>Spring Batch keeps the last step of a flow in a static thread-local and does not always forget
 * it (its issue 5514, open as of 6.0.4): on a thread that is used again, the next flow marks a step
 * that failed there as ABANDONED, and that step would never run again, whoever's it is.
 */
final class OwnThread {
  private OwnThread() {}

  /**
   * Waits for the work and returns or throws what it does. Being interrupted does not end the wait:
   * the work is stopped by other means.
   */
  static <T> T call(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(task, name).start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }
}
