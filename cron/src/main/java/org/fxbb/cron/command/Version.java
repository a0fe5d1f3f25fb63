package org.fxbb.cron.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the engine and of what it runs on, from the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "fxbb " + (version == null ? "development" : version),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
