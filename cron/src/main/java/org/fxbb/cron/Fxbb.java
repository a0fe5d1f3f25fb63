package org.fxbb.cron;

/** The only main of the engine. */
public final class Fxbb {
  private Fxbb() {}

  public static void main(String[] arguments) {
    System.out.println("fxbb");
  }
}
